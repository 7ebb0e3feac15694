package io.tenantsmith.planning.danger;

import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The host names of two states.
 *
 * @param before the first route of each host in the base
 * @param after the first route of each host afterwards
 * @param certified hosts that have a certificate in the base and none afterwards
 */
record RoutedHosts(Map<String, Pair> before, Map<String, Pair> after, Set<String> certified) {

  static RoutedHosts of(Comparison comparison) {
    Map<String, Pair> before = new LinkedHashMap<>();
    Map<String, Pair> after = new LinkedHashMap<>();
    for (Pair route : routes(comparison)) {
      hosts(route, Pair::before, before);
      hosts(route, Pair::after, after);
    }
    Set<String> certified = new TreeSet<>();
    Set<String> still = new TreeSet<>();
    for (Pair certificate : comparison.pairs("Certificate")) {
      names(certificate.before(), certified);
      names(certificate.after(), still);
    }
    certified.removeAll(still);
    return new RoutedHosts(before, after, certified);
  }

  /** Those that lead somewhere come first: they are what people know of a host. */
  private static List<Pair> routes(Comparison comparison) {
    List<Pair> routes = new ArrayList<>(comparison.pairs("HTTPRoute"));
    routes.sort(Comparator.comparing(route -> !leads(route.before()) && !leads(route.after())));
    return routes;
  }

  private static boolean leads(Node route) {
    return route.at("spec", "rules").items().stream()
        .anyMatch(rule -> !rule.get("backendRefs").items().isEmpty());
  }

  /** Whether both have it. */
  boolean keeps(String host) {
    return before.containsKey(host) && after.containsKey(host);
  }

  private static void hosts(Pair route, Function<Pair, Node> side, Map<String, Pair> hosts) {
    for (Node host : side.apply(route).at("spec", "hostnames").items()) {
      hosts.putIfAbsent(host.text(), route);
    }
  }

  private static void names(Node certificate, Set<String> names) {
    certificate.at("spec", "dnsNames").items().forEach(name -> names.add(name.text()));
  }
}
