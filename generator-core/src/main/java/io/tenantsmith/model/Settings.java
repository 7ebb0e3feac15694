package io.tenantsmith.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The effective values of a tenant or tier, each with its origin. Immutable. */
public final class Settings {

  private final Map<Key<?>, Setting<?>> byKey;

  private Settings(Map<Key<?>, Setting<?>> byKey) {
    this.byKey = Collections.unmodifiableMap(byKey);
  }

  /** Starts a set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The setting of a key, if any layer set it. */
  @SuppressWarnings("unchecked")
  public <T> Optional<Setting<T>> find(Key<T> key) {
    return Optional.ofNullable((Setting<T>) byKey.get(key));
  }

  /**
   * The setting of a key that always has one.
   *
   * @throws IllegalStateException if no layer set it, which the expansion prevents
   */
  public <T> Setting<T> setting(Key<T> key) {
    return find(key).orElseThrow(() -> new IllegalStateException("no layer sets " + key));
  }

  /**
   * The value of a key that always has one.
   *
   * @throws IllegalStateException if no layer set it, which the expansion prevents
   */
  public <T> T get(Key<T> key) {
    return setting(key).value();
  }

  /** All keys that are set, in the order of expansion. */
  public List<Key<?>> keys() {
    return List.copyOf(byKey.keySet());
  }

  /** Collects settings. */
  public static final class Builder {
    private final Map<Key<?>, Setting<?>> byKey = new LinkedHashMap<>();

    private Builder() {}

    /** Sets one. */
    public <T> Builder put(Key<T> key, Setting<T> setting) {
      byKey.put(key, setting);
      return this;
    }

    /** Sets all of another set. */
    public Builder putAll(Settings other) {
      byKey.putAll(other.byKey);
      return this;
    }

    /** The settings so far. */
    public Settings build() {
      return new Settings(new LinkedHashMap<>(byKey));
    }
  }
}
