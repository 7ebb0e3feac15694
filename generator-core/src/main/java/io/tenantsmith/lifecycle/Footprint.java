package io.tenantsmith.lifecycle;

import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.Requests;
import io.tenantsmith.model.TenantState;

/** How much of what an active tenant requests is held for it, so that it can come back. */
public enum Footprint {
  /** All of it: nothing may take the place while the doors are shut. */
  WHOLE,
  /** Its storage: volumes are there, nothing runs. */
  STORAGE,
  /** Nothing. */
  NOTHING;

  /** That of a tenant in that state. */
  public static Footprint of(TenantState state) {
    return switch (state) {
      case ACTIVE, SUSPENDED -> WHOLE;
      case RETAINED, ERASING -> STORAGE;
      case ERASED -> NOTHING;
    };
  }

  /** The part that is held of what the tenant requests when it is active. */
  public Requests of(Requests active) {
    return switch (this) {
      case WHOLE -> active;
      case STORAGE -> new Requests(new Cpu(0), new Bytes(0), active.storage());
      case NOTHING -> Requests.NONE;
    };
  }
}
