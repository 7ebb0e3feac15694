package io.tenantsmith.tier;

import org.jspecify.annotations.Nullable;

/** Says that a value is there because a rule has seen to it. */
final class Required {

  private Required() {}

  static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a tenant with a mistake reached the end of the expansion");
    }
    return value;
  }
}
