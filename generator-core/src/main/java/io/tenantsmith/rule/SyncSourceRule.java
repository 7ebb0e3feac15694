package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.SyncTool;
import java.util.function.Consumer;

/** A cluster with a sync tool gets its files, which must name an address that a pod can read. */
final class SyncSourceRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Fleet fleet = resolution.workspace().fleet();
    if (fleet == null || fleet.publish().podUrl().isPresent()) {
      return;
    }
    for (Cluster cluster : fleet.clusters()) {
      Sourced<SyncTool> stated = cluster.statedSync();
      if (stated != null) {
        report.accept(withoutSource(stated));
      }
    }
  }

  private static Diagnostic withoutSource(Sourced<SyncTool> stated) {
    return Diagnostic.warning(
            Code.FLT408,
            stated.range(),
            "nothing is rendered for "
                + Quoted.quote(stated.value().label())
                + ": no address is known that it could read")
        .withHint("write publish.url with an https:// or ssh:// address of the repository");
  }
}
