package io.tenantsmith.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects {@link Settings}. */
public final class SettingsBuilder {

  private static final List<Origin> BUILT_IN = List.of(Origin.BUILT_IN);

  private final @Nullable Setting<?>[] byOrdinal = new Setting<?>[KeyTable.size()];

  SettingsBuilder() {}

  /** Sets one. */
  public <T> SettingsBuilder put(Key<T> key, Setting<T> setting) {
    byOrdinal[KeyTable.ordinal(key)] = setting;
    return this;
  }

  /** Lays a layer over the settings so far: a later value wins and remembers what it overrode. */
  public SettingsBuilder lay(Layer layer, Values values) {
    values.keys().forEach(key -> layOne(layer, key, values));
    return this;
  }

  /** Notes a place that contributes to what is set so far of these keys. */
  public SettingsBuilder through(Origin place, Iterable<Key<?>> keys) {
    for (Key<?> key : keys) {
      int ordinal = KeyTable.ordinal(key);
      Setting<?> setting = byOrdinal[ordinal];
      byOrdinal[ordinal] = setting == null ? null : setting.through(place);
    }
    return this;
  }

  /** Sets all settings of another set. */
  public SettingsBuilder putAll(Settings other) {
    for (int i = 0; i < byOrdinal.length; i++) {
      Setting<?> setting = other.at(i);
      byOrdinal[i] = setting == null ? byOrdinal[i] : setting;
    }
    return this;
  }

  /** Sets the default of each of these keys that is not set, in their order. */
  public SettingsBuilder complete(List<Key<?>> keys) {
    for (Key<?> key : keys) {
      if (byOrdinal[KeyTable.ordinal(key)] == null) {
        key.complete(this);
      }
    }
    return this;
  }

  /**
   * Sets a value that follows from what is set; none if the function returns none.
   *
   * @param decider names the key that decides among those that are read
   */
  <T> SettingsBuilder derive(
      Key<T> key,
      Function<Settings, @Nullable T> from,
      @Nullable Function<Settings, Key<?>> decider) {
    ReadLog log = new ReadLog();
    Settings current = new Settings(byOrdinal, null);
    T value = from.apply(log.watch(current));
    if (value != null) {
      Set<Origin> causes = new LinkedHashSet<>();
      Set<Key<?>> keys = new LinkedHashSet<>();
      if (decider != null) {
        Key<?> deciding = decider.apply(current);
        keys.add(deciding);
        causes.addAll(current.origins(deciding));
      }
      Reads reads = log.reads();
      reads.forEach((read, settings) -> keys.add(read));
      causes.addAll(reads.movers());
      List<Origin> places = causes.isEmpty() ? BUILT_IN : List.copyOf(causes);
      put(key, new Setting<>(value, places, List.of(), List.copyOf(keys)));
    }
    return this;
  }

  /** Notes a place that contributes to all that is set so far. */
  public SettingsBuilder through(Origin place) {
    return through(place, KeyTable.keys());
  }

  /** The settings so far. */
  public Settings build() {
    return new Settings(byOrdinal.clone(), null);
  }

  private <T> void layOne(Layer layer, Key<T> key, Values values) {
    Sourced<T> stated = values.get(key).orElseThrow();
    Origin origin = new Origin(layer, stated.range());
    put(key, Layering.over(key, current(key), Setting.of(stated.value(), origin)));
  }

  @SuppressWarnings("unchecked") // put() keeps key and value of one type
  private <T> @Nullable Setting<T> current(Key<T> key) {
    return (Setting<T>) byOrdinal[KeyTable.ordinal(key)];
  }
}
