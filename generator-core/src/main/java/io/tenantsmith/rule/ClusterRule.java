package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.diagnostic.Suggestion;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A tenant has one cluster, and its data stays in the region it states. */
final class ClusterRule implements TenantRule {

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    Fleet fleet = resolution.workspace().fleet();
    if (fleet == null || fleet.clusters().isEmpty()) {
      return;
    }
    Sourced<String> stated = tenant.tenant().placement().cluster();
    Optional<Cluster> cluster = stated == null ? onlyOne(fleet) : fleet.cluster(stated.value());
    if (cluster.isPresent()) {
      region(tenant, cluster.get(), report);
    } else if (stated == null && tenant.tenant().complete()) {
      report.accept(
          Diagnostic.error(
                  Code.TEN206,
                  SourceRange.ofFile(tenant.tenant().file()),
                  "the fleet has " + fleet.clusters().size() + " clusters and none is named here")
              .withHint("add \"cluster:\" with one of " + String.join(", ", names(fleet))));
    } else if (stated != null) {
      report.accept(
          Diagnostic.error(
                  Code.TEN205,
                  stated.range(),
                  "there is no cluster " + Quoted.quote(stated.value()))
              .withHint(Suggestion.hint(stated.value(), names(fleet))));
    }
  }

  private static void region(EffectiveTenant tenant, Cluster cluster, Consumer<Diagnostic> report) {
    Sourced<String> region = tenant.tenant().placement().region();
    if (region != null && !region.value().equals(cluster.region().value())) {
      report.accept(
          Diagnostic.error(
                  Code.TEN207,
                  region.range(),
                  "region "
                      + Quoted.quote(region.value())
                      + " is not the region of cluster "
                      + Quoted.quote(cluster.name().value())
                      + ", which is "
                      + Quoted.quote(cluster.region().value()))
              .withRelated("the cluster is at", cluster.region().range())
              .withHint(
                  "name a cluster in that region: data must not leave it; who is published on "
                      + Quoted.quote(cluster.name().value())
                      + " is in "
                      + Quoted.quote(cluster.region().value())));
    }
  }

  private static Optional<Cluster> onlyOne(Fleet fleet) {
    return fleet.clusters().size() == 1 ? Optional.of(fleet.clusters().get(0)) : Optional.empty();
  }

  private static List<String> names(Fleet fleet) {
    return fleet.clusters().stream().map(c -> c.name().value()).toList();
  }
}
