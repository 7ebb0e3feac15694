package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.AddressRange;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import java.util.List;
import java.util.function.Consumer;

/**
 * No address of a cluster is two things. Pods may have addresses of the nodes' network, as with
 * some clouds; services never have addresses of either, nor the API server those of pods: who may
 * call it could call pods. Judged where both are stated.
 */
final class ClusterRangesRule implements PerClusterRule {

  private record Pair(Key<List<String>> one, Key<List<String>> other) {}

  private static final List<Pair> APART =
      List.of(
          new Pair(ClusterKeys.SERVICE_CIDRS, ClusterKeys.POD_CIDRS),
          new Pair(ClusterKeys.NODE_CIDRS, ClusterKeys.SERVICE_CIDRS),
          new Pair(ClusterKeys.API_SERVER_CIDRS, ClusterKeys.POD_CIDRS));

  @Override
  public void judge(
      Cluster cluster, Fleet fleet, Resolution resolution, Consumer<Diagnostic> report) {
    APART.forEach(pair -> judge(cluster, pair, report));
  }

  private static void judge(Cluster cluster, Pair pair, Consumer<Diagnostic> report) {
    Setting<List<String>> one = cluster.settings().setting(pair.one);
    Setting<List<String>> other = cluster.settings().setting(pair.other);
    if (one.origin().layer() == Layer.BUILT_IN || other.origin().layer() == Layer.BUILT_IN) {
      return;
    }
    for (String range : one.value()) {
      for (String second : other.value()) {
        if (AddressRange.overlap(range, second)) {
          report.accept(
              Diagnostic.error(
                      Code.FLT415,
                      one.origin().range(),
                      pair.one.path()
                          + " has "
                          + range
                          + " in common with "
                          + second
                          + " of "
                          + pair.other.path())
                  .withRelated("the other is at", other.origin().range())
                  .withHint("write the ranges that the cluster was made with"));
          return;
        }
      }
    }
  }
}
