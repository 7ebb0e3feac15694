package io.tenantsmith.engine.command;

import io.tenantsmith.model.Ring;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Wave;
import io.tenantsmith.model.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tenants whom a roll-out concerns: those of its tier, and of the tiers that extend it. */
record WaveAudience(Wave wave, List<Tenant> tenants) {

  static WaveAudience of(Wave wave, Tier tier, Workspace workspace) {
    List<Tenant> tenants = new ArrayList<>();
    for (Tenant tenant : workspace.tenants()) {
      Sourced<String> name = tenant.placement().tier();
      if (name != null && extending(name.value(), workspace).contains(tier.fileStem())) {
        tenants.add(tenant);
      }
    }
    return new WaveAudience(wave, List.copyOf(tenants));
  }

  private static Set<String> extending(String tier, Workspace workspace) {
    Set<String> chain = new HashSet<>();
    Optional<Tier> link = workspace.tier(tier);
    while (link.isPresent() && chain.add(link.get().fileStem())) {
      link = link.get().extendsTier().flatMap(parent -> workspace.tier(parent.value()));
    }
    return chain;
  }

  /** How many tenants have it after a step. */
  long after(WaveStep step) {
    return tenants.stream().filter(tenant -> isReached(tenant, step)).count();
  }

  private boolean isReached(Tenant tenant, WaveStep step) {
    Sourced<Ring> stated = tenant.placement().ring();
    Ring ring = stated == null ? Ring.BROAD : stated.value();
    return tenant
        .id()
        .filter(
            id ->
                ring == Ring.BROAD ? wave.isAmong(id, step.percent()) : step.rings().contains(ring))
        .isPresent();
  }
}
