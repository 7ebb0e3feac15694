package io.tenantsmith.model;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** The settings of a fleet and of tenants, and those of another state of both. */
public final class Counterparts {

  private final IdentityHashMap<Object, Settings> others = new IdentityHashMap<>();

  /** Two states of a fleet, without a tenant so far. */
  public Counterparts(Fleet fleet, Fleet otherFleet) {
    add(fleet.settings(), otherFleet.settings());
    int clusters = Math.min(fleet.clusters().size(), otherFleet.clusters().size());
    for (int i = 0; i < clusters; i++) {
      add(fleet.clusters().get(i).settings(), otherFleet.clusters().get(i).settings());
    }
  }

  /** Adds two states of a tenant. */
  public void add(ResolvedTenant one, ResolvedTenant other) {
    add(one.settings(), other.settings());
  }

  private void add(Settings one, Settings other) {
    others.put(one.identity(), other);
  }

  /** What corresponds to settings of the first state; null if nothing does. */
  @Nullable Settings of(Settings one) {
    return others.get(one.identity());
  }
}
