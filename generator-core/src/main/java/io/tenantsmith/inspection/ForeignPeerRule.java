package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.ForeignPods;
import io.tenantsmith.render.Layout;
import java.util.List;
import java.util.function.Consumer;

/**
 * A peer outside of the tenant is named exactly: one namespace, and there the pods that README.md
 * tells people of. The proxies of two Gateways differ by labels alone.
 */
final class ForeignPeerRule implements OutputRule {

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (ObjectValues policy : output.own("NetworkPolicy")) {
      Node spec = policy.spec();
      spec.get("ingress").items().forEach(rule -> peers(policy, rule.get("from"), output, report));
      spec.get("egress").items().forEach(rule -> peers(policy, rule.get("to"), output, report));
    }
  }

  private static void peers(
      ObjectValues policy, Node peers, TenantOutput output, Consumer<Finding> report) {
    for (Node peer : peers.items()) {
      if (!peer.get("namespaceSelector").isMissing()) {
        peer(new Place(policy, peer), output, report);
      }
    }
  }

  private static void peer(Place place, TenantOutput output, Consumer<Finding> report) {
    Node namespace =
        place.node().at("namespaceSelector", "matchLabels", BoundaryRule.NAMESPACE_LABEL);
    Node labels = place.node().at("podSelector", "matchLabels");
    if (namespace.isMissing()) {
      report.accept(
          place.finding(
              Code.OBJ615,
              place.node().get("namespaceSelector"),
              "pods of more than one namespace are a peer",
              "name one by " + BoundaryRule.NAMESPACE_LABEL));
    } else if (labels.map().isEmpty()) {
      report.accept(
          place.finding(
              Code.OBJ615,
              place.node().get("podSelector"),
              "all pods of namespace " + Quoted.quote(namespace.text()) + " are a peer",
              "name the pods by their labels"));
    } else if (!namespace.is(Layout.ADMIN_APPS) && !namespace.is(output.namespace())) {
      named(place, namespace.text(), labels, output, report);
    }
  }

  private static void named(
      Place place, String namespace, Node labels, TenantOutput output, Consumer<Finding> report) {
    List<ForeignPods> there =
        output.foreign().stream().filter(pods -> pods.namespace().equals(namespace)).toList();
    if (there.isEmpty() || there.stream().anyMatch(pods -> labels.is(pods.labels()))) {
      return; // another rule knows which namespaces may be named at all
    }
    ForeignPods meant =
        there.stream()
            .filter(pods -> pods.labels().entrySet().containsAll(labels.map().entrySet()))
            .findFirst()
            .orElse(null);
    if (meant == null) {
      report.accept(
          place.finding(
              Code.OBJ616,
              labels,
              "README.md tells nobody of these pods of namespace " + Quoted.quote(namespace),
              "name those that it lists"));
    } else {
      report.accept(
          place.finding(
              Code.OBJ615,
              labels,
              "more pods than the " + meant.what() + " are a peer",
              "name them by all of " + meant.selector()));
    }
  }
}
