package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Resolution;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A rule that looks at one cluster at a time. A line of the fleet that is wrong for several
 * clusters is one mistake, and reported once.
 */
interface PerClusterRule extends Rule {

  /** Reports every violation by one cluster. */
  void judge(Cluster cluster, Fleet fleet, Resolution resolution, Consumer<Diagnostic> report);

  @Override
  default void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Fleet fleet = resolution.workspace().fleet();
    if (fleet == null) {
      return;
    }
    Set<Place> said = new HashSet<>();
    Consumer<Diagnostic> once =
        found -> {
          if (said.add(new Place(found.code(), found.range()))) {
            report.accept(found);
          }
        };
    fleet.clusters().forEach(cluster -> judge(cluster, fleet, resolution, once));
  }

  /** What was reported where. */
  record Place(Code code, SourceRange range) {}
}
