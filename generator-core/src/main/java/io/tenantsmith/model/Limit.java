package io.tenantsmith.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tier's limit: an amount, or none. */
public final class Limit<T extends Comparable<T>> {

  private final @Nullable T amount;

  private Limit(@Nullable T amount) {
    this.amount = amount;
  }

  /** At most that amount. */
  public static <T extends Comparable<T>> Limit<T> of(T amount) {
    return new Limit<>(amount);
  }

  /** No limit. */
  public static <T extends Comparable<T>> Limit<T> unlimited() {
    return new Limit<>(null);
  }

  /** The amount, empty for no limit. */
  public Optional<T> amount() {
    return Optional.ofNullable(amount);
  }

  /** Whether a value is within the limit. */
  public boolean allows(T value) {
    return amount == null || value.compareTo(amount) <= 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Limit<?> that && Objects.equals(amount, that.amount);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(amount);
  }

  @Override
  public String toString() {
    return amount == null ? "unlimited" : amount.toString();
  }
}
