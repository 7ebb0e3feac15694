package io.tenantsmith.model;

import java.util.Locale;
import java.util.Optional;

/** The states of a tenant's life. */
public enum TenantState {
  ACTIVE,
  SUSPENDED,
  RETAINED,
  ERASING,
  ERASED;

  /** The word in files and output. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that word. */
  public static Optional<TenantState> of(String label) {
    for (TenantState state : values()) {
      if (state.label().equals(label)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
