package io.tenantsmith.planning.cause;

import io.tenantsmith.engine.Request;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.render.Layout;
import io.tenantsmith.run.Contributors;
import io.tenantsmith.run.FleetRendering;
import io.tenantsmith.run.SettledFleet;
import io.tenantsmith.statement.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The mixes of what tenants share, as a fleet without tenants has it. */
final class SharedMixes implements Mixes.Source {

  private final InputPair inputs;
  private final String cluster;
  private final Contributors contributors;

  /**
   * The mixes of a cluster's files.
   *
   * @param cluster its name; empty for the files that all clusters share
   */
  SharedMixes(InputPair inputs, String cluster, Contributors contributors) {
    this.inputs = inputs;
    this.cluster = cluster;
    this.contributors = contributors;
  }

  @Override
  public Optional<Mixes.Mix> mix(Collection<Statement> undone) {
    return Optional.ofNullable(inputs.without(undone).fleet())
        .map(fleet -> new FleetMix(fleet, cluster, contributors));
  }

  private record FleetMix(Fleet fleet, String cluster, Contributors contributors)
      implements Mixes.Mix {

    @Override
    public List<Object> values() {
      List<Object> values = new ArrayList<>();
      TenantMixes.addFleet(fleet, values);
      return values;
    }

    @Override
    public List<TreeFile> files() {
      SettledFleet settled =
          new SettledFleet(
              fleet, List.of(), List.of(), OwnershipIndex.empty(), Request.Selection.ALL);
      return FleetRendering.ofObjects(settled, contributors).shared(List.of()).stream()
          .filter(made -> isOf(made.path().value()))
          .map(TreeFile::of)
          .toList();
    }

    private boolean isOf(String path) {
      return cluster.isEmpty()
          ? !path.startsWith(Layout.CLUSTERS + "/")
          : path.startsWith(Layout.cluster(cluster).value() + "/");
    }
  }
}
