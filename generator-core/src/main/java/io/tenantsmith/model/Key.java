package io.tenantsmith.model;

/**
 * The name and type of one value that several layers may set. Keys are compared by identity: a
 * tier's {@code custom_domains} is a number, a tenant's a list.
 *
 * @param <T> type of the value; immutable
 */
@SuppressWarnings("UnusedTypeParameter") // it types the values of Values and Settings
public final class Key<T> {

  private final String path;

  private Key(String path) {
    this.path = path;
  }

  /** A new key. */
  static <T> Key<T> of(String path) {
    return new Key<>(path);
  }

  /** Path of the field in its file, for instance {@code resources.cpu_limit}. */
  public String path() {
    return path;
  }

  @Override
  public String toString() {
    return path;
  }
}
