package io.tenantsmith.tier;

import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Setting.Overridden;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lays one layer over another: a later value wins and remembers what it overrode. */
final class Overlay {

  private final Map<Key<?>, Setting<?>> settings = new LinkedHashMap<>();

  /** Lays a layer over what is there. */
  Overlay with(Layer layer, Values values) {
    for (Key<?> key : values.keys()) {
      put(layer, key, values);
    }
    return this;
  }

  /** Puts one value that is not simply a layer's. */
  <T> Overlay with(Key<T> key, Setting<T> setting) {
    settings.put(key, setting);
    return this;
  }

  /** What is there for a key. */
  @SuppressWarnings("unchecked") // put() keeps key and value of one type
  <T> Optional<Setting<T>> find(Key<T> key) {
    return Optional.ofNullable((Setting<T>) settings.get(key));
  }

  /** What is there. */
  Settings settings() {
    Settings.Builder builder = Settings.builder();
    settings.keySet().forEach(key -> copy(key, builder));
    return builder.build();
  }

  private <T> void copy(Key<T> key, Settings.Builder builder) {
    find(key).ifPresent(setting -> builder.put(key, setting));
  }

  private <T> void put(Layer layer, Key<T> key, Values values) {
    Sourced<T> value = values.get(key).orElseThrow();
    Optional<Setting<T>> below = find(key);
    settings.put(
        key,
        new Setting<>(
            below.map(b -> merged(key, b.value(), value.value())).orElse(value.value()),
            origins(key, new Origin(layer, value.range()), below.orElse(null)),
            below.map(Overlay::overridden).orElse(List.of())));
  }

  /** What is merged has the places of all layers. */
  private static List<Origin> origins(Key<?> key, Origin above, @Nullable Setting<?> below) {
    List<Origin> origins = new ArrayList<>(List.of(above));
    if (below != null && key.equals(TenantKeys.CUSTOM_TEMPLATES)) {
      origins.addAll(below.origins());
    }
    return origins;
  }

  /** Mappings merge key by key; lists and scalars replace. */
  @SuppressWarnings("unchecked") // CUSTOM_TEMPLATES is the one key that holds a mapping
  private static <T> T merged(Key<T> key, T below, T above) {
    if (!key.equals(TenantKeys.CUSTOM_TEMPLATES)) {
      return above;
    }
    Map<String, String> merged = new TreeMap<>((Map<String, String>) below);
    merged.putAll((Map<String, String>) above);
    return (T) merged;
  }

  private static List<Overridden> overridden(Setting<?> below) {
    List<Overridden> all = new ArrayList<>();
    all.add(new Overridden(String.valueOf(below.value()), below.origin()));
    all.addAll(below.overridden());
    return all;
  }
}
