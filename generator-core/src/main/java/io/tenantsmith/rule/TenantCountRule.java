package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Requests;
import io.tenantsmith.model.Resolution;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A cluster carries at most 2,500 tenants: Kubernetes' own thresholds bind at Services first. */
final class TenantCountRule implements PerClusterRule {

  private final Function<EffectiveTenant, Requests> requests;

  /**
   * The rule.
   *
   * @param requests what a tenant requests at its peak; asked only where there are too many
   */
  TenantCountRule(Function<EffectiveTenant, Requests> requests) {
    this.requests = requests;
  }

  private static final int MAX_TENANTS = 2_500;
  private static final int WARN_ABOVE = 2_000;

  @Override
  public void judge(
      Cluster cluster, Fleet fleet, Resolution resolution, Consumer<Diagnostic> report) {
    List<EffectiveTenant> tenants = ClusterTenants.of(cluster, fleet, resolution);
    int count = tenants.size();
    if (count > WARN_ABOVE) {
      String fact =
          "cluster " + Quoted.quote(cluster.name().value()) + " has " + count + " tenants";
      Diagnostic diagnostic =
          count > MAX_TENANTS
              ? Diagnostic.error(Code.FLT406, cluster.name().range(), fact)
              : Diagnostic.warning(Code.FLT406, cluster.name().range(), fact);
      report.accept(
          LargestTenants.naming(
              diagnostic.withHint("a cluster carries at most " + MAX_TENANTS + "; add another"),
              tenants,
              tenant -> requests.apply(tenant).cpu().milli(),
              milli -> new Cpu(milli).text() + " cpu"));
    }
  }
}
