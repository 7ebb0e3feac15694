package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One walk through all objects of a tenant, which finds the places that rules look at. */
final class Survey {

  private static final int NAMESPACE = Trait.NAMESPACE.bit();

  private final Glossary glossary;
  private final KeyBook keys;
  private final List<List<Place>> places = new ArrayList<>();

  private Survey(Glossary glossary) {
    this.glossary = glossary;
    this.keys = glossary.keys();
    for (int i = 0; i < Trait.values().length; i++) {
      places.add(new ArrayList<>(0));
    }
  }

  /** Walks through objects. */
  static Survey of(List<ObjectValues> objects, Glossary glossary) {
    Survey survey = new Survey(glossary);
    for (ObjectValues object : objects) {
      survey.map(object, object.root(), object.object().tree());
    }
    return survey;
  }

  /** The places with that trait, in the order of objects. */
  List<Place> places(Trait trait) {
    return places.get(trait.position());
  }

  private void map(ObjectValues object, Node node, Map<?, ?> map) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object step = entry.getKey();
      int traits = keys.of(step.toString()).traits();
      visit(object, node, step, entry.getValue(), traits);
    }
  }

  /** Asks for a map before a list, since there are more of them. */
  private void visit(
      ObjectValues object, Node parent, Object step, @Nullable Object value, int traits) {
    if (value instanceof String text) {
      // A namespace is right or wrong as a whole, and every object states one.
      int found = (traits & NAMESPACE) != 0 ? traits : traits | glossary.look(text);
      add(found, object, parent, step, text);
    } else if (value instanceof Map<?, ?> map) {
      Node node = add(traits, object, parent, step, map);
      map(object, node == null ? new Node(parent, step, map) : node, map);
    } else if (value instanceof List<?> list) {
      Node node = new Node(parent, step, list);
      for (int i = 0; i < list.size(); i++) {
        visit(object, node, i, list.get(i), traits);
      }
    } else {
      add(traits, object, parent, step, value);
    }
  }

  /** The place, if it has a trait. */
  private @Nullable Node add(
      int traits, ObjectValues object, Node parent, Object step, @Nullable Object value) {
    if (traits == 0) {
      return null;
    }
    Node node = new Node(parent, step, value);
    Place place = new Place(object, node);
    for (int rest = traits; rest != 0; rest &= rest - 1) {
      places.get(Integer.numberOfTrailingZeros(rest)).add(place);
    }
    return node;
  }
}
