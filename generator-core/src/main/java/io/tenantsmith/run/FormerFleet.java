package io.tenantsmith.run;

import io.tenantsmith.engine.Request;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.tier.Expansion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fleet as it was, as far as it can be rendered: no rule judges it. It may break rules that are
 * younger than it, and what is published has gone on since.
 *
 * @param settled what of it can be rendered
 * @param leftOut files of tenants whose values are not all known, or whose id another file has
 */
public record FormerFleet(SettledFleet settled, List<String> leftOut) {

  /** Copies the list. */
  public FormerFleet {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * What can be rendered of those inputs; empty where not even fleet.yaml could be bound.
   *
   * @param tree what the tenants follow
   */
  public static Optional<FormerFleet> of(
      LoadedFleet loaded, Request.Selection selection, OwnershipIndex tree) {
    Fleet fleet = loaded.workspace().fleet();
    if (fleet == null || fleet.clusters().isEmpty()) {
      return Optional.empty();
    }
    Expansion expansion = new Expansion(loaded.workspace());
    Resolution resolution = expansion.resolve();
    SortedMap<String, ResolvedTenant> tenants = new TreeMap<>();
    List<String> leftOut = new ArrayList<>();
    for (EffectiveTenant each : resolution.tenants()) {
      Optional<ResolvedTenant> tenant =
          expansion.isSettled(each) ? Optional.of(expansion.settle(each)) : Optional.empty();
      if (tenant.isEmpty() || tenants.containsKey(tenant.get().id().value())) {
        leftOut.add(each.tenant().file());
      } else {
        tenants.put(tenant.get().id().value(), tenant.get());
      }
    }
    List<ResolvedTenant> all =
        new RetiredLogins(fleet, List.copyOf(tenants.values())).of(tree.tenants());
    SettledFleet settled =
        new SettledFleet(fleet, all, resolution.wavesUnderWay(), tree, selection);
    return Optional.of(new FormerFleet(settled, leftOut));
  }

  /** Digest of the meaning of its inputs, as an index names it. */
  public String input() {
    return new InputDigest().ofAll(settled.fleet(), settled.tenants());
  }
}
