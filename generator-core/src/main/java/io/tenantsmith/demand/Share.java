package io.tenantsmith.demand;

import io.tenantsmith.objects.Amount;
import org.jspecify.annotations.Nullable;

/**
 * What is taken of one resource.
 *
 * @param largest the object that takes most of it; null if none takes any
 * @param part what that one takes
 */
public record Share(Amount sum, @Nullable ObjectValues largest, Amount part) {

  /** Nothing is taken. */
  static final Share NONE = new Share(Amount.ZERO, null, Amount.ZERO);

  Share orLarger(Share other) {
    return other.sum.compareTo(sum) > 0 ? other : this;
  }

  Share plus(Share other) {
    Amount both = sum.plus(other.sum);
    return other.part.compareTo(part) > 0
        ? new Share(both, other.largest, other.part)
        : new Share(both, largest, part);
  }
}
