package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What an object names or selects is rendered, made by an operator, or known of the platform. */
final class ReferenceRule implements OutputRule {

  /** Wide kinds are another rule's: a tenant may not name them at all. */
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
            reference
                .source()
                .finding(
                    Code.OBJ604, reference.place(), "there is no " + reference.display(), HINT));
      }
    }
    output.values().forEach(object -> selectors(object, output, report));
    output.pods().forEach(pod -> mounts(pod, report));
    sections(output, report);
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

  /** A peer in another namespace is one of the platform's. */
  private static void peers(
      ObjectValues policy, Node rules, String side, TenantOutput output, Consumer<Finding> report) {
    rules.items().stream()
        .flatMap(rule -> rule.get(side).items().stream())
        .filter(peer -> peer.get("namespaceSelector").isMissing())
        .forEach(peer -> selector(policy, peer.at("podSelector", "matchLabels"), output, report));
  }

  private static void selector(
      ObjectValues object, Node labels, TenantOutput output, Consumer<Finding> report) {
    if (output.pods().stream().noneMatch(pod -> matches(pod, labels))) {
      report.accept(
          object.finding(
              Code.OBJ604,
              labels,
              "no pod of this tenant has these labels",
              "select the pods of an object that is rendered"));
    }
  }

  private static boolean matches(Pod pod, Node labels) {
    if (!(labels.value() instanceof Map<?, ?> map)) {
      return true;
    }
    for (Map.Entry<?, ?> label : map.entrySet()) {
      if (!label.getValue().equals(pod.labels().get(label.getKey().toString()))) {
        return false;
      }
    }
    return true;
  }

  private static void mounts(Pod pod, Consumer<Finding> report) {
    if (pod.form() != Pod.Form.TEMPLATE) {
      return;
    }
    Set<String> volumes =
        pod.spec().get("volumes").items().stream()
            .map(volume -> volume.get("name").text())
            .collect(Collectors.toSet());
    pod.containers().stream()
        .flatMap(container -> container.node().get("volumeMounts").items().stream())
        .map(mount -> mount.get("name"))
        .filter(name -> !volumes.contains(name.text()))
        .forEach(
            name ->
                report.accept(
                    pod.source()
                        .finding(
                            Code.OBJ604,
                            name,
                            "the pod has no volume " + Quoted.quote(name.text()),
                            "name one of its volumes")));
  }

  /** A route that names a listener of the tenant's own set. */
  private static void sections(TenantOutput output, Consumer<Finding> report) {
    Set<String> listeners =
        output
            .own("ListenerSet")
            .flatMap(set -> set.spec().get("listeners").items().stream())
            .map(listener -> listener.get("name").text())
            .collect(Collectors.toSet());
    for (ObjectValues route : output.values()) {
      if (route.kind().equals("HTTPRoute")) {
        route.spec().get("parentRefs").items().stream()
            .filter(parent -> parent.get("kind").is("ListenerSet"))
            .map(parent -> parent.get("sectionName"))
            .filter(name -> !name.isMissing() && !listeners.contains(name.text()))
            .forEach(
                name ->
                    report.accept(
                        route.finding(
                            Code.OBJ604,
                            name,
                            "there is no listener " + Quoted.quote(name.text()),
                            "name a listener of the tenant's ListenerSet")));
      }
    }
  }

  /** A pod whose variable comes from a missing key never starts. */
  private static void configKeys(TenantOutput output, Consumer<Finding> report) {
    for (Reference reference : output.references()) {
      Node map = reference.place().parent();
      if (map == null || !map.key().equals("configMapKeyRef")) {
        continue;
      }
      Node key = map.get("key");
      boolean missing =
          output
              .own("ConfigMap")
              .filter(config -> config.name().equals(reference.name()))
              .anyMatch(config -> config.root().at("data", key.text()).isMissing());
      if (missing) {
        report.accept(
            reference
                .source()
                .finding(
                    Code.OBJ604,
                    key,
                    reference.display() + " has no key " + Quoted.quote(key.text()),
                    "name one of its keys"));
      }
    }
  }
}
