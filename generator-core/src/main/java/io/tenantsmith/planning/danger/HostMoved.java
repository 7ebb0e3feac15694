package io.tenantsmith.planning.danger;

import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A host name goes from one tenant to another; said of the one that loses it and the other. */
final class HostMoved implements DangerRule {

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    RoutedHosts hosts = RoutedHosts.of(comparison);
    hosts
        .before()
        .forEach(
            (host, route) -> {
              if (!hosts.keeps(host) && isMove(host, comparison.context())) {
                tell(route, host + " goes to tenant " + after(host, comparison.context()), report);
              }
            });
    hosts
        .after()
        .forEach(
            (host, route) -> {
              if (!hosts.keeps(host) && isMove(host, comparison.context())) {
                tell(
                    route,
                    host + " comes from tenant " + before(host, comparison.context()),
                    report);
              }
            });
  }

  /** Whether it had an owner, and gets another one. */
  static boolean isMove(String host, DangerContext context) {
    Optional<String> before = context.before().owner(host);
    Optional<String> after = context.after().owner(host);
    return before.isPresent() && after.isPresent() && !before.equals(after);
  }

  private static String before(String host, DangerContext context) {
    return context.before().owner(host).orElseThrow();
  }

  private static String after(String host, DangerContext context) {
    return context.after().owner(host).orElseThrow();
  }

  private static void tell(Pair route, String text, Consumer<Danger> report) {
    report.accept(route.danger(DangerKind.HOST_MOVED, List.of("spec", "hostnames"), text));
  }
}
