package io.tenantsmith.model;

import io.tenantsmith.model.Setting.Overridden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lays one value over another, by the rule of its key. */
final class Layering {

  private Layering() {}

  /**
   * The setting that results from both.
   *
   * @param below the setting of lower layers, if any
   * @param above the setting that a file states
   */
  static <T> Setting<T> over(Key<T> key, @Nullable Setting<T> below, Setting<T> above) {
    if (below == null || below.origin().equals(above.origin())) {
      return above;
    }
    return switch (key.merge()) {
      case REPLACE -> replacing(below, above);
      case BY_KEY -> byKey(below, above);
      case SWITCH_OFF ->
          above.origin().layer().compareTo(Layer.TIER) < 0
              ? switchingOff(below, above)
              : replacing(below, above);
    };
  }

  private static <T> Setting<T> replacing(Setting<T> below, Setting<T> above) {
    return new Setting<>(above.value(), above.origins(), overridden(below));
  }

  /** A merged value has the places of all layers. */
  @SuppressWarnings("unchecked") // a key of this rule holds a mapping from texts to texts
  private static <T> Setting<T> byKey(Setting<T> below, Setting<T> above) {
    Map<String, String> merged = new TreeMap<>((Map<String, String>) below.value());
    merged.putAll((Map<String, String>) above.value());
    return new Setting<>((T) merged, both(above, below), overridden(below));
  }

  /** A layer below the tier counts only where the tier allows the feature. */
  private static <T> Setting<T> switchingOff(Setting<T> below, Setting<T> above) {
    if (below.value().equals(false)) {
      return below;
    }
    return above.value().equals(false)
        ? new Setting<>(above.value(), both(above, below), overridden(below))
        : new Setting<>(below.value(), both(below, above), below.overridden());
  }

  private static List<Origin> both(Setting<?> first, Setting<?> second) {
    List<Origin> both = new ArrayList<>(first.origins());
    both.addAll(second.origins());
    return both;
  }

  private static List<Overridden> overridden(Setting<?> below) {
    List<Overridden> all = new ArrayList<>();
    all.add(new Overridden(below.value(), below.origin()));
    all.addAll(below.overridden());
    return all;
  }
}
