package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** One name, one cluster. */
final class ClusterNameRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Fleet fleet = resolution.workspace().fleet();
    if (fleet == null) {
      return;
    }
    Map<String, Sourced<String>> first = new HashMap<>();
    for (Cluster cluster : fleet.clusters()) {
      Sourced<String> before = first.putIfAbsent(cluster.name().value(), cluster.name());
      if (before != null) {
        report.accept(
            Diagnostic.error(
                    Code.FLT401,
                    cluster.name().range(),
                    "cluster " + Quoted.quote(cluster.name().value()) + " is there already")
                .withRelated("first at", before.range())
                .withHint("give each cluster a name of its own"));
      }
    }
  }
}
