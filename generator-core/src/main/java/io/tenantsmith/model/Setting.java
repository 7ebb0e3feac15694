package io.tenantsmith.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One effective value, who set it, and what it overrode.
 *
 * @param origins the places behind it, the one that set it first; more than one where a value
 *     follows from others or several layers contribute; never empty
 * @param overridden lower layers' values, highest first
 * @param from the keys that it follows from, the one that decides first; none if it is stated
 */
public record Setting<T>(
    T value, List<Origin> origins, List<Overridden> overridden, List<Key<?>> from) {

  /** Copies the lists. */
  public Setting {
    origins = List.copyOf(origins);
    overridden = List.copyOf(overridden);
    from = List.copyOf(from);
  }

  /** A value that is stated. */
  Setting(T value, List<Origin> origins, List<Overridden> overridden) {
    this(value, origins, overridden, List.of());
  }

  /** A value that lost, and who had set it. */
  public record Overridden(Object value, Origin origin) {}

  /** A value that nothing overrode. */
  public static <T> Setting<T> of(T value, Origin origin) {
    return new Setting<>(value, List.of(origin), List.of());
  }

  /** The same value, to which another place contributes. */
  Setting<T> through(Origin place) {
    List<Origin> all = new ArrayList<>(origins);
    all.add(place);
    return new Setting<>(value, all, overridden, from);
  }

  /** The layer and place that set it. */
  public Origin origin() {
    return origins.get(0);
  }

  /** Whether no file states it; it counts even for the same value, see {@link Settings}. */
  public boolean isBuiltIn() {
    return origin().layer() == Layer.BUILT_IN;
  }
}
