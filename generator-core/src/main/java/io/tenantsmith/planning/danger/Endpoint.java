package io.tenantsmith.planning.danger;

import io.tenantsmith.model.AddressRange;
import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whom one rule of a network policy lets through, in one direction.
 *
 * @param peer an item of {@code from} or {@code to}; a missing place for everybody
 * @param port one of its ports as the rule lists it; a missing place for all of them
 */
record Endpoint(Node peer, Node port) {

  /** What a rule lets through: each of its peers at each of its ports. */
  static List<Endpoint> of(Node rule, boolean ingress) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (Node peer : orAny(rule.get(ingress ? "from" : "to"))) {
      for (Node port : orAny(rule.get("ports"))) {
        endpoints.add(new Endpoint(peer, port));
      }
    }
    return endpoints;
  }

  private static List<Node> orAny(Node list) {
    return list.items().isEmpty() ? List.of(list.get("any")) : list.items();
  }

  /** Whether it lets everything through that the other does. */
  boolean covers(Endpoint other) {
    boolean same = peer.value() == other.peer.value() && port.value() == other.port.value();
    return same || (coversPort(other.port) && coversPeer(other.peer));
  }

  private boolean coversPort(Node other) {
    if (port.isMissing()) {
      return true;
    }
    if (other.isMissing() || !protocol(port).equals(protocol(other))) {
      return false;
    }
    Node number = port.get("port");
    Node wanted = other.get("port");
    if (number.isMissing() || wanted.isMissing()) {
      return number.isMissing();
    }
    if (number.value() instanceof String || wanted.value() instanceof String) {
      return number.is(String.valueOf(wanted.value()));
    }
    int end = port.get("endPort").numberOr(number.numberOr(0));
    int last = other.get("endPort").numberOr(wanted.numberOr(0));
    return number.numberOr(0) <= wanted.numberOr(0) && last <= end;
  }

  private boolean coversPeer(Node other) {
    if (peer.isMissing()) {
      return true;
    }
    if (other.isMissing()) {
      return false;
    }
    if (!peer.get("ipBlock").isMissing() || !other.get("ipBlock").isMissing()) {
      return coversAddresses(peer.get("ipBlock"), other.get("ipBlock"));
    }
    boolean namespaces =
        peer.get("namespaceSelector").isMissing() == other.get("namespaceSelector").isMissing()
            && coversLabels(peer.get("namespaceSelector"), other.get("namespaceSelector"));
    return namespaces && coversLabels(peer.get("podSelector"), other.get("podSelector"));
  }

  private static boolean coversAddresses(Node block, Node other) {
    String range = block.get("cidr").text();
    String wanted = other.get("cidr").text();
    if (!isRange(range) || !isRange(wanted) || !AddressRange.contains(range, wanted)) {
      return false;
    }
    List<String> kept = ranges(other.get("except"));
    return ranges(block.get("except")).stream()
        .filter(out -> AddressRange.overlap(out, wanted))
        .allMatch(out -> kept.stream().anyMatch(also -> AddressRange.contains(also, out)));
  }

  private static List<String> ranges(Node list) {
    return list.items().stream().map(Node::text).filter(Endpoint::isRange).toList();
  }

  private static boolean isRange(String text) {
    return AddressRange.check(text).value().isPresent();
  }

  /** A selector that asks for less selects more. */
  private static boolean coversLabels(Node selector, Node other) {
    return demands(other).containsAll(demands(selector));
  }

  private static Set<String> demands(Node selector) {
    Set<String> demands = new TreeSet<>();
    selector.get("matchLabels").entries().forEach(l -> demands.add(l.step() + "=" + l.value()));
    selector
        .get("matchExpressions")
        .items()
        .forEach(
            e ->
                demands.add(
                    e.get("key").text()
                        + " "
                        + e.get("operator").text()
                        + " "
                        + e.get("values").value()));
    return demands;
  }

  private static String protocol(Node port) {
    return port.get("protocol").textOr("TCP");
  }

  /** As users read it: {@code 10.0.0.0/8 at TCP 443}. */
  String display() {
    return who() + " at " + where();
  }

  private String where() {
    if (port.isMissing()) {
      return "every port";
    }
    Node number = port.get("port");
    Node end = port.get("endPort");
    String range = end.isMissing() ? "" : "-" + end.value();
    return protocol(port) + (number.isMissing() ? "" : " " + number.value() + range);
  }

  private String who() {
    if (peer.isMissing()) {
      return "everybody";
    }
    Node block = peer.get("ipBlock");
    if (!block.isMissing()) {
      int except = block.get("except").items().size();
      return block.get("cidr").text() + (except == 0 ? "" : " but " + Count.of(except, "range"));
    }
    Node namespace = peer.get("namespaceSelector");
    String pods = words(peer.get("podSelector"), "all pods");
    String where = words(namespace, "every namespace").replace("metadata.name=", "namespace ");
    return namespace.isMissing() ? pods : pods + " of " + where;
  }

  private static String words(Node selector, String all) {
    Set<String> demands = demands(selector);
    return demands.isEmpty()
        ? all
        : demands.stream()
            .map(demand -> demand.replaceFirst("^[a-z0-9.-]+/", ""))
            .collect(Collectors.joining(","));
  }
}
