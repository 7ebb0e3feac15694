package io.tenantsmith.inspection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk through all objects of a tenant, which finds the places that rules look at. */
final class Survey {

  private final Glossary glossary;
  private final KeyBook keys;
  private final Map<Trait, List<Spot>> spots = new EnumMap<>(Trait.class);

  private Survey(Glossary glossary) {
    this.glossary = glossary;
    this.keys = glossary.keys();
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
  List<Spot> spots(Trait trait) {
    return spots.getOrDefault(trait, List.of());
  }

  private void map(ObjectValues object, Node node, Map<?, ?> map) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object step = entry.getKey();
      List<Trait> traits = keys.of(step.toString());
      visit(object, node, step, entry.getValue(), traits);
    }
  }

  private void visit(
      ObjectValues object, Node parent, Object step, @Nullable Object value, List<Trait> traits) {
    if (value instanceof String text) {
      if (!traits.isEmpty()) {
        add(traits, object, new Node(parent, step, text));
      }
      // A namespace is right or wrong as a whole, and every object states one.
      Set<Trait> found = traits.contains(Trait.NAMESPACE) ? Set.of() : glossary.look(text);
      if (!found.isEmpty()) {
        add(found, object, new Node(parent, step, text));
      }
      return;
    }
    Node node = new Node(parent, step, value);
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        visit(object, node, i, list.get(i), traits);
      }
      return;
    }
    if (!traits.isEmpty()) {
      add(traits, object, node);
    }
    if (value instanceof Map<?, ?> map) {
      map(object, node, map);
    }
  }

  private void add(Iterable<Trait> traits, ObjectValues object, Node node) {
    Spot spot = new Spot(object, node);
    for (Trait trait : traits) {
      spots.computeIfAbsent(trait, any -> new ArrayList<>()).add(spot);
    }
  }
}
