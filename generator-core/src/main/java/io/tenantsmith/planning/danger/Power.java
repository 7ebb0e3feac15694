package io.tenantsmith.planning.danger;

import io.tenantsmith.demand.Pod;
import io.tenantsmith.demand.Pod.Container;
import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One thing that a pod may do and a restricted one may not.
 *
 * @param place the field that decides it, which may be missing
 * @param text a sentence about the pod or its container
 * @param unusual whether no pod of a tenant ever has it, so that it is told of new pods as well
 */
record Power(Node place, String text, boolean unusual) {

  private static final Set<String> CONFINING = Set.of("RuntimeDefault", "Localhost");

  /** All powers of a pod. */
  static List<Power> of(Pod pod) {
    List<Power> powers = new ArrayList<>();
    if (pod.form() == Pod.Form.TEMPLATE) {
      node(pod.spec(), powers);
    }
    for (Container container : pod.containers()) {
      new OfContainer(pod, container, powers).add();
    }
    return powers;
  }

  private static void node(Node spec, List<Power> powers) {
    Node token = spec.get("automountServiceAccountToken");
    if (!token.is(false)) {
      powers.add(new Power(token, "its pods hold a token of the API server", false));
    }
    for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
      if (spec.get(host).is(true)) {
        powers.add(new Power(spec.get(host), "its pods share with their node: " + host, true));
      }
    }
    for (Node volume : spec.get("volumes").items()) {
      Node path = volume.at("hostPath", "path");
      if (!path.isMissing()) {
        powers.add(new Power(path, "its pods have " + path.text() + " of their node", true));
      }
    }
  }

  /** Finds the powers of one container. */
  private record OfContainer(Pod pod, Container container, List<Power> powers) {

    void add() {
      Node security = container.node().get("securityContext");
      unless(security.get("allowPrivilegeEscalation"), false, "may gain privileges");
      unless(inherited(security, "runAsNonRoot"), true, "may run as root");
      unless(security.get("readOnlyRootFilesystem"), true, "may write its root file system");
      if (security.at("capabilities", "drop").items().stream().noneMatch(item -> item.is("ALL"))) {
        tell(security.at("capabilities", "drop"), "keeps the capabilities of its runtime", false);
      }
      for (Node added : security.at("capabilities", "add").items()) {
        tell(added, "gets the capability " + added.text(), true);
      }
      if (security.get("privileged").is(true)) {
        tell(security.get("privileged"), "is privileged: it may do what its node may", true);
      }
      if (inherited(security, "runAsUser").is(0)) {
        tell(inherited(security, "runAsUser"), "runs as root", true);
      }
      profile(inherited(security, "seccompProfile").get("type"), "seccomp", true);
      profile(inherited(security, "appArmorProfile").get("type"), "AppArmor", false);
      if (security.get("procMount").is("Unmasked")) {
        tell(security.get("procMount"), "sees all of /proc", true);
      }
      for (Node port : container.node().get("ports").items()) {
        if (port.get("hostPort").numberOr(0) != 0) {
          tell(
              port.get("hostPort"),
              "takes port " + port.get("hostPort").value() + " of its node",
              true);
        }
      }
    }

    private void profile(Node type, String what, boolean expected) {
      boolean loose = type.isMissing() ? expected : !CONFINING.contains(type.text());
      if (loose) {
        tell(type, "has no " + what + " profile", false);
      }
    }

    private Node inherited(Node security, String field) {
      Node own = security.get(field);
      return own.isMissing() ? pod.security().get(field) : own;
    }

    private void unless(Node field, boolean safe, String text) {
      if (!field.is(safe)) {
        tell(field, text, false);
      }
    }

    private void tell(Node place, String text, boolean unusual) {
      powers.add(new Power(place, "container " + container.name() + " " + text, unusual));
    }
  }
}
