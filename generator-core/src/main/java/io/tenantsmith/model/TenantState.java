package io.tenantsmith.model;

import java.util.Optional;

/** The states of a tenant's life. */
public enum TenantState implements Labelled {
  ACTIVE,
  SUSPENDED,
  RETAINED,
  ERASING,
  ERASED;

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
