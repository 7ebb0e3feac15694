package io.tenantsmith.patch;

import io.tenantsmith.objects.Amount;
import io.tenantsmith.objects.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Fields of a pod that exclude or need each other. */
final class PodContradictions {

  private static final List<String> PROBES = List.of("exec", "httpGet", "tcpSocket", "grpc");
  private static final List<String> HOOKS = List.of("exec", "httpGet", "tcpSocket", "sleep");
  private static final List<String> SOURCES =
      List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");

  private final Faults faults;

  PodContradictions(Faults faults) {
    this.faults = faults;
  }

  void pod(Node pod) {
    Set<Object> volumes = new HashSet<>();
    faults.unique(pod.get("volumes"), "name");
    for (Node volume : pod.get("volumes").items()) {
      volumes.add(String.valueOf(volume.get("name").value()));
      if (!volume.get("persistentVolumeClaim").isMissing()) {
        faults.needs(volume, "persistentVolumeClaim", "claimName");
      }
      if (volume.map().size() != 2) {
        faults.tell(volume, "has " + (volume.map().size() - 1) + " sources, must have one");
      }
    }
    for (Node first : pod.get("initContainers").items()) {
      for (String field : List.of("livenessProbe", "readinessProbe", "startupProbe", "lifecycle")) {
        if (!first.get(field).isMissing()) {
          faults.tell(
              first.get(field), "belongs to no container that ends before the others start");
        }
      }
    }
    if (pod.get("containers").items().isEmpty()) {
      faults.tell(pod.get("containers"), "holds no container");
    }
    Node all = new Node(pod, "containers", containers(pod).map(Node::value).toList());
    faults.unique(all, "name");
    containers(pod).forEach(container -> container(container, volumes));
  }

  private static Stream<Node> containers(Node pod) {
    return Stream.concat(
        pod.get("initContainers").items().stream(), pod.get("containers").items().stream());
  }

  private void container(Node container, Set<Object> volumes) {
    faults.unique(container.get("env"), "name");
    faults.unique(container.get("volumeMounts"), "mountPath");
    faults.unique(container.get("ports"), "containerPort");
    faults.unique(container.get("ports"), "name");
    for (Node variable : container.get("env").items()) {
      Node from = variable.get("valueFrom");
      if (!from.isMissing()) {
        faults.exactlyOne(from, SOURCES);
        if (!variable.get("value").isMissing() && !variable.get("value").is("")) {
          faults.tell(variable, "has both a value and a valueFrom");
        }
      }
    }
    container
        .get("envFrom")
        .items()
        .forEach(item -> faults.exactlyOne(item, List.of("configMapRef", "secretRef")));
    for (Node mount : container.get("volumeMounts").items()) {
      mount(mount, volumes);
    }
    for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
      probe(container.get(probe), probe);
    }
    for (String hook : List.of("postStart", "preStop")) {
      faults.exactlyOne(container.at("lifecycle", hook), HOOKS);
    }
    resources(container.get("resources"));
  }

  private void mount(Node mount, Set<Object> volumes) {
    Node name = mount.get("name");
    if (!name.isMissing() && !volumes.contains(name.value())) {
      faults.tell(name, "names a volume that the pod does not have");
    }
    if (String.valueOf(mount.get("mountPath").value()).contains(":")) {
      faults.tell(mount.get("mountPath"), "holds a colon");
    }
    String subPath = String.valueOf(mount.get("subPath").value());
    if (subPath.startsWith("/") || List.of(subPath.split("/", -1)).contains("..")) {
      faults.tell(mount.get("subPath"), "leads out of the volume");
    }
    faults.atMostOne(mount, List.of("subPath", "subPathExpr"));
  }

  private void probe(Node probe, String name) {
    faults.exactlyOne(probe, PROBES);
    Node successes = probe.get("successThreshold");
    if (!name.equals("readinessProbe") && Faults.number(successes, 1) > 1) {
      faults.tell(successes, "must be 1 for a " + name);
    }
    Node grace = probe.get("terminationGracePeriodSeconds");
    if (!grace.isMissing() && (name.equals("readinessProbe") || Faults.number(grace, 1) < 1)) {
      faults.tell(
          grace,
          name.equals("readinessProbe") ? "belongs to no readinessProbe" : "must be above 0");
    }
  }

  void resources(Node resources) {
    for (Node request : resources.get("requests").entries()) {
      Amount asked = Amount.of(request);
      Amount limit = Amount.of(resources.get("limits").get(request.step().toString()));
      if (asked != null && limit != null && asked.compareTo(limit) > 0) {
        faults.tell(
            request,
            "is above its limit of "
                + resources.get("limits").get(request.step().toString()).value());
      }
    }
    for (String part : List.of("requests", "limits")) {
      for (Node amount : resources.get(part).entries()) {
        if (!List.of("cpu", "memory", "ephemeral-storage").contains(amount.step().toString())) {
          faults.tell(amount, "is a resource that no node is known to have");
        }
      }
    }
  }
}
