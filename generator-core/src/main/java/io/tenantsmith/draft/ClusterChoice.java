package io.tenantsmith.draft;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.engine.NewTenant;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.TenantField;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.rule.ClusterLoad;
import io.tenantsmith.run.JudgedFleet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clusters that a tenant may be put on, the least loaded first. The measure is the largest
 * share of a cluster's capacity that would be requested with this tenant; where one of them states
 * no capacity, shares cannot be compared, and the number of tenants decides.
 */
final class ClusterChoice {

  private static final Comparator<ClusterLoad> BY_TENANTS =
      Comparator.comparingInt(load -> load.tenants().size());
  private static final Comparator<ClusterLoad> BY_SHARE =
      Comparator.<ClusterLoad>comparingDouble(load -> load.largest().orElseThrow().part())
          .thenComparing(BY_TENANTS);

  private final List<ClusterLoad> loads;
  private final boolean byShare;

  private ClusterChoice(List<ClusterLoad> loads) {
    this.byShare = loads.stream().allMatch(load -> load.largest().isPresent());
    // Of equally loaded ones the first of fleet.yaml comes first.
    this.loads = loads.stream().sorted(byShare ? BY_SHARE : BY_TENANTS).toList();
  }

  /** The choice for a tenant; empty where there is nothing to choose. */
  static Optional<ClusterChoice> of(GrowingFleet growing, NewTenant tenant) {
    List<Cluster> all = growing.fleet().map(Fleet::clusters).orElse(List.of());
    if (all.size() < 2) {
      return Optional.empty();
    }
    // A tenant's requests hardly depend on the cluster, so that it is weighed on one for all.
    TenantDraft draft = growing.with(tenant.with(TenantField.CLUSTER, all.get(0).name().value()));
    List<ClusterLoad> loads = JudgedFleet.of(draft.loaded(), Request.Selection.ALL).loads();
    EffectiveTenant own = own(loads, draft);
    List<ClusterLoad> with =
        loads.stream().map(load -> own == null ? load : load.with(own)).toList();
    List<ClusterLoad> inRegion = with.stream().filter(load -> isIn(tenant, load)).toList();
    return Optional.of(new ClusterChoice(inRegion));
  }

  /** Whether there is none in the tenant's region. */
  boolean isEmpty() {
    return loads.isEmpty();
  }

  /** Name of the least loaded one. */
  String first() {
    return name(loads.get(0));
  }

  /** Why it is the first, for instance {@code the least loaded of 3 clusters: ...}. */
  String reason() {
    ClusterLoad least = loads.get(0);
    if (loads.size() == 1) {
      return "the only cluster of its region";
    }
    return byShare
        ? "the least loaded of "
            + loads.size()
            + " clusters: with this tenant "
            + share(least)
            + " is requested"
        : "the one of "
            + loads.size()
            + " clusters with the fewest tenants; not each of them states a capacity";
  }

  /** Each name with how full it is, for a question. */
  List<String> described() {
    return loads.stream()
        .map(
            load ->
                name(load)
                    + " ("
                    + (byShare ? share(load) : load.tenants().size() + " with this tenant")
                    + ")")
        .toList();
  }

  private static String share(ClusterLoad load) {
    return load.largest().map(share -> share.percent() + " of its " + share.what()).orElseThrow();
  }

  private static @Nullable EffectiveTenant own(List<ClusterLoad> loads, TenantDraft draft) {
    return loads.stream()
        .flatMap(load -> load.tenants().stream())
        .filter(tenant -> tenant.tenant().file().equals(draft.file()))
        .findFirst()
        .orElse(null);
  }

  private static boolean isIn(NewTenant tenant, ClusterLoad load) {
    return tenant
        .text(TenantField.REGION)
        .map(region -> region.equals(load.cluster().region().value()))
        .orElse(true);
  }

  private static String name(ClusterLoad load) {
    return Quoted.escape(load.cluster().name().value());
  }
}
