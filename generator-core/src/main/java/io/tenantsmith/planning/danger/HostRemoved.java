package io.tenantsmith.planning.danger;

import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.util.List;
import java.util.function.Consumer;

/** A host name goes, with its route and its certificate. */
final class HostRemoved implements DangerRule {

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    RoutedHosts hosts = RoutedHosts.of(comparison);
    hosts
        .before()
        .forEach(
            (host, route) -> {
              if (!hosts.keeps(host) && !HostMoved.isMove(host, comparison.context())) {
                String certificate =
                    hosts.certified().contains(host) ? ", and its certificate goes" : "";
                report.accept(
                    route.danger(
                        DangerKind.HOST_REMOVED,
                        List.of("spec", "hostnames"),
                        host + " is no longer answered" + certificate));
              }
            });
  }
}
