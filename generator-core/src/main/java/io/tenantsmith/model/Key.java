package io.tenantsmith.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The name and type of one value of a tenant, of its cluster or of the fleet. Keys are compared by
 * identity: a tier's {@code custom_domains} is a number, a tenant's a list.
 *
 * @param <T> type of the value; immutable
 */
public final class Key<T> {

  private final String path;
  private final @Nullable Function<Settings, @Nullable T> otherwise;

  private Key(String path, @Nullable Function<Settings, @Nullable T> otherwise) {
    this.path = path;
    this.otherwise = otherwise;
  }

  /** A key whose value may be left out, or has its default from elsewhere. */
  static <T> Key<T> of(String path) {
    return new Key<>(path, null);
  }

  /** A key with a constant value where nothing is stated. */
  static <T> Key<T> of(String path, T otherwise) {
    return new Key<>(path, settings -> otherwise);
  }

  /** A key whose value follows from others where nothing is stated; null for no value. */
  static <T> Key<T> from(String path, Function<Settings, @Nullable T> otherwise) {
    return new Key<>(path, otherwise);
  }

  /** Path of the field in its file, for instance {@code resources.cpu_limit}. */
  public String path() {
    return path;
  }

  /** What the value is where nothing is stated; null if the key has none then. */
  @Nullable Function<Settings, @Nullable T> otherwise() {
    return otherwise;
  }

  @Override
  public String toString() {
    return path;
  }
}
