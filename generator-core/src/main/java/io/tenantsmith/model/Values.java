package io.tenantsmith.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one layer sets: some keys, each with value and place. Immutable. */
public final class Values {

  private static final Values EMPTY = new Values(new LinkedHashMap<>());

  private final Map<Key<?>, Sourced<?>> byKey;

  private Values(Map<Key<?>, Sourced<?>> byKey) {
    this.byKey = Collections.unmodifiableMap(byKey);
  }

  /** Nothing set. */
  public static Values empty() {
    return EMPTY;
  }

  /** Starts a set of values. */
  public static Builder builder() {
    return new Builder();
  }

  /** The value of a key, if this layer sets it. */
  @SuppressWarnings("unchecked")
  public <T> Optional<Sourced<T>> get(Key<T> key) {
    return Optional.ofNullable((Sourced<T>) byKey.get(key));
  }

  /** Only the values of these keys. */
  Values only(List<Key<?>> keys) {
    Map<Key<?>, Sourced<?>> some = new LinkedHashMap<>(byKey);
    some.keySet().retainAll(Set.copyOf(keys));
    return new Values(some);
  }

  /** All values but those of these keys. */
  Values without(List<Key<?>> keys) {
    Map<Key<?>, Sourced<?>> some = new LinkedHashMap<>(byKey);
    some.keySet().removeAll(Set.copyOf(keys));
    return new Values(some);
  }

  /** Whether any of these keys is set. */
  boolean hasAny(List<Key<?>> keys) {
    return keys.stream().anyMatch(byKey::containsKey);
  }

  /** The keys that are set, in the order of the file. */
  public Iterable<Key<?>> keys() {
    return byKey.keySet();
  }

  /** Whether nothing is set. */
  public boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** Collects values; a key set twice keeps the last. */
  public static final class Builder {
    private final Map<Key<?>, Sourced<?>> byKey = new LinkedHashMap<>();

    private Builder() {}

    /** Sets one value. */
    public <T> Builder put(Key<T> key, Sourced<T> value) {
      byKey.put(key, value);
      return this;
    }

    /** Sets all values of another set. */
    public Builder putAll(Values other) {
      byKey.putAll(other.byKey);
      return this;
    }

    /** The values so far. */
    public Values build() {
      return new Values(new LinkedHashMap<>(byKey));
    }
  }
}
