package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.Pod;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Node;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What an object names or selects is rendered, made by an operator, or known to belong to the
 * platform.
 */
final class ReferenceRule implements OutputRule {

  /** Kinds that another rule covers: a tenant may not name them at all. */
  private static final Set<String> ELSEWHERE =
      Set.of("Secret", "ClusterRole", "ClusterSecretStore", "ClusterGenerator");

  private static final String HINT = "name an object that is rendered for this tenant";

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (Reference reference : output.references()) {
      if (!ELSEWHERE.contains(reference.kind())
          && !reference.isForeign(output)
          && !output.known().holds(reference)) {
        report.accept(
            Finding.of(
                reference.source(),
                Code.OBJ604,
                reference.place(),
                "there is no " + reference.display(),
                HINT));
      }
    }
    for (ObjectValues object : output.values()) {
      selectors(object, output, report);
    }
    for (Pod pod : output.pods()) {
      mounts(pod, report);
    }
    new Sections(output, report).inspect();
    configKeys(output, report);
  }

  private static void selectors(
      ObjectValues object, TenantOutput output, Consumer<Finding> report) {
    Node spec = object.spec();
    switch (object.kind()) {
      case "Service" -> selector(object, spec.get("selector"), output, report);
      case "PodDisruptionBudget" ->
          selector(object, spec.at("selector", "matchLabels"), output, report);
      case "NetworkPolicy" -> {
        selector(object, spec.at("podSelector", "matchLabels"), output, report);
        peers(object, spec.get("ingress"), "from", output, report);
        peers(object, spec.get("egress"), "to", output, report);
      }
      default -> {}
    }
  }

  /** Checks peers in the tenant's namespace; a peer in another one belongs to the platform. */
  private static void peers(
      ObjectValues policy, Node rules, String side, TenantOutput output, Consumer<Finding> report) {
    for (Node rule : rules.items()) {
      for (Node peer : rule.get(side).items()) {
        if (peer.get("namespaceSelector").isMissing()) {
          selector(policy, peer.at("podSelector", "matchLabels"), output, report);
        }
      }
    }
  }

  private static void selector(
      ObjectValues object, Node labels, TenantOutput output, Consumer<Finding> report) {
    if (labels.map().isEmpty()) {
      // All pods, also where there is none.
      return;
    }
    for (Pod pod : output.pods()) {
      if (matches(pod, labels)) {
        return;
      }
    }
    report.accept(
        Finding.of(
            object,
            Code.OBJ604,
            labels,
            "no pod of this tenant has these labels",
            "select the pods of an object that is rendered"));
  }

  private static boolean matches(Pod pod, Node labels) {
    for (Map.Entry<?, ?> label : labels.map().entrySet()) {
      if (!label.getValue().equals(pod.labels().get(label.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static void mounts(Pod pod, Consumer<Finding> report) {
    if (pod.form() != Pod.Form.TEMPLATE) {
      return;
    }
    Set<String> volumes = names(pod.spec().get("volumes"));
    for (Pod.Container container : pod.containers()) {
      for (Node mount : container.node().get("volumeMounts").items()) {
        Node name = mount.get("name");
        if (!volumes.contains(name.text())) {
          report.accept(
              Finding.of(
                  pod.source(),
                  Code.OBJ604,
                  name,
                  "the pod has no volume " + Quoted.quote(name.text()),
                  "name one of its volumes"));
        }
      }
    }
  }

  private static Set<String> names(Node list) {
    Set<String> names = new HashSet<>();
    for (Node item : list.items()) {
      names.add(item.get("name").text());
    }
    return names;
  }

  /** Checks keys of ConfigMaps: a pod whose variable comes from a missing key never starts. */
  private static void configKeys(TenantOutput output, Consumer<Finding> report) {
    for (Reference reference : output.references()) {
      Node map = reference.place().parent();
      if (map == null || !map.key().equals("configMapKeyRef")) {
        continue;
      }
      Node key = map.get("key");
      boolean missing = false;
      for (ObjectValues config : output.own("ConfigMap")) {
        missing |=
            config.name().equals(reference.name())
                && config.root().at("data", key.text()).isMissing();
      }
      if (missing) {
        report.accept(
            Finding.of(
                reference.source(),
                Code.OBJ604,
                key,
                reference.display() + " has no key " + Quoted.quote(key.text()),
                "name one of its keys"));
      }
    }
  }
}
