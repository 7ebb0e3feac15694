package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import java.util.function.Consumer;

/** Refuses what the schema allows but this version does not render yet. */
final class SupportedPlatformRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Fleet fleet = resolution.workspace().fleet();
    if (fleet == null) {
      return;
    }
    fleet.clusters().forEach(c -> only(c.gateway().className(), "gateway.class", "envoy", report));
    oneEnvironment(fleet, report);
  }

  /** Each environment would need a branch of its own. */
  private static void oneEnvironment(Fleet fleet, Consumer<Diagnostic> report) {
    Sourced<String> first = fleet.clusters().get(0).environment();
    fleet.clusters().stream()
        .map(Cluster::environment)
        .filter(environment -> !environment.value().equals(first.value()))
        .findFirst()
        .ifPresent(
            other ->
                report.accept(
                    Diagnostic.error(
                            Code.FLT405,
                            other.range(),
                            "clusters of more than one environment are not supported yet")
                        .withRelated("the first is at", first.range())
                        .withHint("keep one fleet for each environment")));
  }

  private static void only(
      Sourced<String> stated, String field, String supported, Consumer<Diagnostic> report) {
    if (!stated.value().equals(supported)) {
      report.accept(
          Diagnostic.error(
                  Code.FLT405,
                  stated.range(),
                  field + " " + Quoted.quote(stated.value()) + " is not supported yet")
              .withHint("write " + supported));
    }
  }
}
