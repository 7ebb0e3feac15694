package io.tenantsmith.inspection;

import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the spots of objects, tenant by tenant, and remembers them: most of what is rendered is the
 * same for all tenants. For one thread.
 */
final class Spots {

  private static final int NAMESPACE = Trait.NAMESPACE.bit();

  /** A tenant has some dozens of objects. */
  private static final int MAX_OBJECTS = 512;

  private final Glossary glossary;
  private final KeyBook keys;
  private final boolean remembers;

  /** Documents by the instance of the kind's name: every document of a template has its own. */
  private final IdentityHashMap<Object, Documents> known = new IdentityHashMap<>();

  /**
   * A finder of spots.
   *
   * @param remembers whether it remembers what it found; this only affects speed
   */
  Spots(Glossary glossary, boolean remembers) {
    this.glossary = glossary;
    this.keys = glossary.keys();
    this.remembers = remembers;
  }

  /** Starts a tenant: its first object comes next. */
  void begin() {
    known.values().forEach(Documents::begin);
  }

  /** The spots of an object, in the order of its fields. */
  List<Spot> of(KubernetesObject object) {
    Object kind = object.ref().kind();
    Documents documents = known.get(kind);
    if (documents == null) {
      documents = new Documents(remembers);
      if (known.size() < MAX_OBJECTS) {
        known.put(kind, documents);
      }
    }
    return fields(object.tree(), documents.next());
  }

  private List<Spot> fields(Map<?, ?> map, Recall recall) {
    Found found = new Found();
    recall.begin();
    map.forEach((key, value) -> found.add(spot(recall.next(key, keys), value)));
    return found.spots;
  }

  private List<Spot> items(List<?> list, Recall recall, int traits) {
    Found found = new Found();
    for (int i = 0; i < list.size(); i++) {
      found.add(spot(recall.item(i, traits), list.get(i)));
    }
    return found.spots;
  }

  private @Nullable Spot spot(Recall.Cell cell, @Nullable Object value) {
    if (!cell.holds(value)) {
      cell.keep(value, look(cell, value));
    }
    return cell.spot();
  }

  /** Asks for a text before a map, since there are more of them. */
  private @Nullable Spot look(Recall.Cell cell, @Nullable Object value) {
    int traits = cell.traits();
    if (value instanceof String text) {
      // A namespace is right or wrong as a whole, and every object states one.
      int found = (traits & NAMESPACE) != 0 ? traits : traits | glossary.look(text);
      return found == 0 ? null : new Spot(cell.step(), text, found, List.of());
    }
    if (value instanceof Map<?, ?> map) {
      List<Spot> below = fields(map, cell.fields());
      return spot(cell, map, traits, below);
    }
    if (value instanceof List<?> list) {
      // Its items have its traits, it has none.
      return spot(cell, list, 0, items(list, cell.items(), traits));
    }
    return spot(cell, value, traits, List.of());
  }

  private static @Nullable Spot spot(
      Recall.Cell cell, @Nullable Object value, int traits, List<Spot> below) {
    return traits == 0 && below.isEmpty() ? null : new Spot(cell.step(), value, traits, below);
  }

  /** What is remembered about the objects of one document, in their order in a tenant. */
  private static final class Documents {

    private static final int MAX_OBJECTS = 32;

    private final List<Recall> objects = new ArrayList<>(1);
    private final boolean remembers;
    private int next;

    Documents(boolean remembers) {
      this.remembers = remembers;
    }

    void begin() {
      next = 0;
    }

    Recall next() {
      if (next == objects.size()) {
        if (next == MAX_OBJECTS) {
          return new Recall(remembers);
        }
        objects.add(new Recall(remembers));
      }
      return objects.get(next++);
    }
  }

  /** Spots of one map or list, mostly none. */
  private static final class Found {

    private List<Spot> spots = List.of();

    void add(@Nullable Spot spot) {
      if (spot != null) {
        if (spots.isEmpty()) {
          spots = new ArrayList<>(4);
        }
        spots.add(spot);
      }
    }
  }
}
