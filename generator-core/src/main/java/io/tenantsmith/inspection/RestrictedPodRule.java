package io.tenantsmith.inspection;

import io.tenantsmith.demand.Pod;
import io.tenantsmith.demand.Pod.Container;
import io.tenantsmith.demand.Pod.Form;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Node;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Every pod meets the level "restricted" of the Pod Security Standards, which the namespace
 * enforces, and holds no token of the API server.
 */
final class RestrictedPodRule implements OutputRule {

  private static final Set<String> VOLUMES =
      Set.of(
          "name",
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "persistentVolumeClaim",
          "projected",
          "secret");

  private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");
  private static final Set<String> SELINUX =
      Set.of("container_t", "container_init_t", "container_kvm_t", "container_engine_t");
  private static final Set<String> SYSCTLS =
      Set.of(
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.ip_unprivileged_port_start",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.ping_group_range",
          "net.ipv4.ip_local_reserved_ports",
          "net.ipv4.tcp_keepalive_time",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_keepalive_intvl",
          "net.ipv4.tcp_keepalive_probes",
          "net.ipv4.tcp_rmem",
          "net.ipv4.tcp_wmem");

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (Pod pod : output.pods()) {
      new PodCheck(pod, report).check();
    }
  }

  /** Judges one pod. */
  private record PodCheck(Pod pod, Consumer<Finding> report) {

    void check() {
      if (pod.form() == Form.TEMPLATE) {
        template();
      }
      context(pod.security());
      sysctls();
      if (pod.form() != Form.BORROWED) {
        pod.containers().forEach(this::container);
      }
    }

    private void template() {
      Node spec = pod.spec();
      if (!spec.get("automountServiceAccountToken").is(false)) {
        tell(
            spec.get("automountServiceAccountToken"),
            "its pods would hold a token of the API server",
            "set it to false");
      }
      for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
        if (spec.get(host).is(true)) {
          tell(spec.get(host), "its pods would share this with their node", "leave it out");
        }
      }
      for (Node volume : spec.get("volumes").items()) {
        volume(volume);
      }
    }

    private void volume(Node volume) {
      for (Node kind : volume.entries()) {
        if (!VOLUMES.contains(kind.step().toString())) {
          tell(
              kind,
              "restricted pods have no volume of this kind",
              "use a claim, an emptyDir, a ConfigMap or a Secret");
        }
      }
    }

    private void sysctls() {
      for (Node sysctl : pod.security().get("sysctls").items()) {
        if (!SYSCTLS.contains(sysctl.get("name").text())) {
          tell(sysctl, "this is no sysctl that is safe for others on the node", "leave it out");
        }
      }
    }

    private void container(Container container) {
      Node security = container.node().get("securityContext");
      context(security);
      Node escalation = security.get("allowPrivilegeEscalation");
      if (!escalation.is(false)) {
        tell(escalation, named(container) + " may gain privileges", "set it to false");
      }
      Node drop = security.at("capabilities", "drop");
      if (drop.items().stream().noneMatch(item -> item.is("ALL"))) {
        tell(drop, named(container) + " keeps capabilities", "drop ALL");
      }
      for (Node added : security.at("capabilities", "add").items()) {
        if (!added.is("NET_BIND_SERVICE")) {
          tell(added, named(container) + " adds a capability", "leave it out");
        }
      }
      if (!inherited(security, "runAsNonRoot").is(true)) {
        tell(
            inherited(security, "runAsNonRoot"),
            named(container) + " may run as root",
            "set it to true, for the pod or the container");
      }
      Node profile = inherited(security, "seccompProfile").get("type");
      if (profile.isMissing()) {
        tell(profile, named(container) + " has no seccomp profile", "set it to RuntimeDefault");
      }
      unusual(container, security);
    }

    private void unusual(Container container, Node security) {
      if (security.get("privileged").is(true)) {
        tell(security.get("privileged"), named(container) + " is privileged", "leave it out");
      }
      Node mask = security.get("procMount");
      if (!mask.isMissing() && !mask.is("Default")) {
        tell(mask, named(container) + " sees more of /proc", "leave it out");
      }
      for (Node port : container.node().get("ports").items()) {
        if (port.get("hostPort").numberOr(0) != 0) {
          tell(
              port.get("hostPort"), named(container) + " takes a port of its node", "leave it out");
        }
      }
      for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
        handler(container.node().get(probe));
      }
      handler(container.node().at("lifecycle", "postStart"));
      handler(container.node().at("lifecycle", "preStop"));
    }

    /** Refuses another host in a probe or hook, which the node would call for the pod. */
    private void handler(Node handler) {
      for (String kind : List.of("httpGet", "tcpSocket")) {
        Node host = handler.at(kind, "host");
        if (!host.text().isEmpty()) {
          tell(host, "restricted pods let nobody call another host", "leave it out");
        }
      }
    }

    /** Checks fields that the context of a pod and of a container have in common. */
    private void context(Node security) {
      if (security.get("runAsUser").is(0)) {
        tell(security.get("runAsUser"), "user 0 is root", "choose another user");
      }
      Node profile = security.at("seccompProfile", "type");
      if (!profile.isMissing() && !SECCOMP.contains(profile.text())) {
        tell(profile, Quoted.quote(profile.text()) + " does not restrict", "use RuntimeDefault");
      }
      Node armor = security.at("appArmorProfile", "type");
      if (!armor.isMissing() && !SECCOMP.contains(armor.text())) {
        tell(armor, Quoted.quote(armor.text()) + " does not restrict", "use RuntimeDefault");
      }
      if (security.at("windowsOptions", "hostProcess").is(true)) {
        tell(
            security.at("windowsOptions", "hostProcess"),
            "it is the node's process",
            "leave it out");
      }
      selinux(security.get("seLinuxOptions"));
    }

    private void selinux(Node options) {
      Node type = options.get("type");
      if (!type.text().isEmpty() && !SELINUX.contains(type.text())) {
        tell(type, "restricted pods have no such SELinux type", "leave it out");
      }
      for (String field : List.of("user", "role")) {
        if (!options.get(field).text().isEmpty()) {
          tell(options.get(field), "restricted pods choose no SELinux " + field, "leave it out");
        }
      }
    }

    /** The value that a container states, else the one of its pod. */
    private Node inherited(Node security, String field) {
      Node own = security.get(field);
      return own.isMissing() ? pod.security().get(field) : own;
    }

    private void tell(Node place, String fact, String hint) {
      report.accept(Finding.of(pod.source(), Code.OBJ608, place, fact, hint));
    }

    private static String named(Container container) {
      return "container " + Quoted.quote(container.name());
    }
  }
}
