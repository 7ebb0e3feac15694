package io.tenantsmith.patch;

import io.tenantsmith.objects.Amount;
import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fields of one object that exclude or need each other, as the API server judges the kinds that may
 * be patched.
 */
final class Contradictions {

  private static final List<String> PROBES = List.of("exec", "httpGet", "tcpSocket", "grpc");
  private static final List<String> HOOKS = List.of("exec", "httpGet", "tcpSocket", "sleep");
  private static final List<String> SOURCES =
      List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");

  private final List<Forms.Fault> faults = new ArrayList<>();

  private Contradictions() {}

  /** All of them in an object. */
  static List<Forms.Fault> of(String kind, Node spec) {
    Contradictions found = new Contradictions();
    switch (kind) {
      case "Deployment" -> found.deployment(spec);
      case "CronJob" -> found.pod(spec.at("jobTemplate", "spec", "template", "spec"));
      case "Job" -> found.pod(spec.at("template", "spec"));
      case "Service" -> found.service(spec);
      case "HorizontalPodAutoscaler" -> found.autoscaler(spec);
      case "PodDisruptionBudget" ->
          found.atMostOne(spec, List.of("minAvailable", "maxUnavailable"));
      case "HTTPRoute" -> found.faults.addAll(RouteContradictions.of(spec));
      case "PersistentVolumeClaim" -> found.needs(spec, "resources", "requests", "storage");
      case "PointInTimeRecovery" -> found.needs(spec, "physicalBackupRef", "name");
      case "PhysicalBackup" -> found.needs(spec, "mariaDbRef", "name");
      case "MariaDB" -> found.database(spec);
      default -> {}
    }
    return found.faults;
  }

  private void deployment(Node spec) {
    Node strategy = spec.get("strategy");
    Node rolling = strategy.get("rollingUpdate");
    if (strategy.get("type").is("Recreate") && !rolling.isMissing()) {
      tell(rolling, "belongs to the type RollingUpdate, the type is Recreate");
    }
    if (isZero(rolling.get("maxSurge")) && isZero(rolling.get("maxUnavailable"))) {
      tell(rolling, "lets maxSurge and maxUnavailable both be 0: no pod could ever be replaced");
    }
    Node deadline = spec.get("progressDeadlineSeconds");
    if (number(deadline, 600) <= number(spec.get("minReadySeconds"), 0)) {
      tell(deadline, "is not above minReadySeconds");
    }
    pod(spec.at("template", "spec"));
  }

  private void pod(Node pod) {
    Set<Object> volumes = new HashSet<>();
    unique(pod.get("volumes"), "name");
    for (Node volume : pod.get("volumes").items()) {
      volumes.add(String.valueOf(volume.get("name").value()));
      if (!volume.get("persistentVolumeClaim").isMissing()) {
        needs(volume, "persistentVolumeClaim", "claimName");
      }
      if (volume.map().size() != 2) {
        tell(volume, "has " + (volume.map().size() - 1) + " sources, must have one");
      }
    }
    if (pod.get("containers").items().isEmpty()) {
      tell(pod.get("containers"), "holds no container");
    }
    Node all = new Node(pod, "containers", containers(pod).map(Node::value).toList());
    unique(all, "name");
    containers(pod).forEach(container -> container(container, volumes));
  }

  private static Stream<Node> containers(Node pod) {
    return Stream.concat(
        pod.get("initContainers").items().stream(), pod.get("containers").items().stream());
  }

  private void container(Node container, Set<Object> volumes) {
    unique(container.get("env"), "name");
    unique(container.get("volumeMounts"), "mountPath");
    unique(container.get("ports"), "containerPort");
    unique(container.get("ports"), "name");
    for (Node variable : container.get("env").items()) {
      Node from = variable.get("valueFrom");
      if (!from.isMissing()) {
        exactlyOne(from, SOURCES);
        if (!variable.get("value").isMissing() && !variable.get("value").is("")) {
          tell(variable, "has both a value and a valueFrom");
        }
      }
    }
    container
        .get("envFrom")
        .items()
        .forEach(item -> exactlyOne(item, List.of("configMapRef", "secretRef")));
    for (Node mount : container.get("volumeMounts").items()) {
      mount(mount, volumes);
    }
    for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
      probe(container.get(probe), probe);
    }
    for (String hook : List.of("postStart", "preStop")) {
      exactlyOne(container.at("lifecycle", hook), HOOKS);
    }
    resources(container.get("resources"));
  }

  private void mount(Node mount, Set<Object> volumes) {
    Node name = mount.get("name");
    if (!name.isMissing() && !volumes.contains(name.value())) {
      tell(name, "names a volume that the pod does not have");
    }
    if (String.valueOf(mount.get("mountPath").value()).contains(":")) {
      tell(mount.get("mountPath"), "holds a colon");
    }
    String subPath = String.valueOf(mount.get("subPath").value());
    if (subPath.startsWith("/") || List.of(subPath.split("/", -1)).contains("..")) {
      tell(mount.get("subPath"), "leads out of the volume");
    }
    atMostOne(mount, List.of("subPath", "subPathExpr"));
  }

  private void probe(Node probe, String name) {
    exactlyOne(probe, PROBES);
    Node successes = probe.get("successThreshold");
    if (!name.equals("readinessProbe") && number(successes, 1) > 1) {
      tell(successes, "must be 1 for a " + name);
    }
    Node grace = probe.get("terminationGracePeriodSeconds");
    if (!grace.isMissing() && (name.equals("readinessProbe") || number(grace, 1) < 1)) {
      tell(
          grace,
          name.equals("readinessProbe") ? "belongs to no readinessProbe" : "must be above 0");
    }
  }

  private void resources(Node resources) {
    for (Node request : resources.get("requests").entries()) {
      Amount asked = Amount.of(request);
      Amount limit = Amount.of(resources.get("limits").get(request.step().toString()));
      if (asked != null && limit != null && asked.compareTo(limit) > 0) {
        tell(
            request,
            "is above its limit of "
                + resources.get("limits").get(request.step().toString()).value());
      }
    }
    for (String part : List.of("requests", "limits")) {
      for (Node amount : resources.get(part).entries()) {
        if (!List.of("cpu", "memory", "ephemeral-storage").contains(amount.step().toString())) {
          tell(amount, "is a resource that no node is known to have");
        }
      }
    }
  }

  private void service(Node spec) {
    Node ports = spec.get("ports");
    if (ports.items().isEmpty()) {
      tell(ports, "holds no port");
    }
    unique(ports, "name");
    Set<String> seen = new HashSet<>();
    for (Node port : ports.items()) {
      needs(port, "port");
      Object protocol = port.get("protocol").isMissing() ? "TCP" : port.get("protocol").value();
      if (!seen.add(port.get("port").value() + "/" + protocol)) {
        tell(port, "has a port and protocol that another port has");
      }
      if (ports.items().size() > 1 && port.get("name").isMissing()) {
        tell(port, "needs a name, since there is more than one port");
      }
    }
  }

  private void autoscaler(Node spec) {
    if (number(spec.get("minReplicas"), 1) > number(spec.get("maxReplicas"), 0)) {
      tell(spec.get("minReplicas"), "is above maxReplicas");
    }
    for (Node metric : spec.get("metrics").items()) {
      String type = String.valueOf(metric.get("type").value());
      String field =
          type.isEmpty() ? "" : type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
      if (metric.map().size() != 2 || metric.get(field).isMissing()) {
        tell(metric, "must hold its type and " + field + ", nothing else");
      }
      Node target = metric.at(field, "target");
      boolean share = target.get("type").is("Utilization");
      if (target.map().size() != 2
          || target.get(share ? "averageUtilization" : "averageValue").isMissing()) {
        tell(target, "must hold its type and " + (share ? "averageUtilization" : "averageValue"));
      }
    }
    for (String direction : List.of("scaleUp", "scaleDown")) {
      Node policies = spec.at("behavior", direction, "policies");
      if (!policies.isMissing() && policies.items().isEmpty()) {
        tell(policies, "holds no policy");
      }
    }
  }

  private void database(Node spec) {
    if (number(spec.get("replicas"), 1) > 1 && !spec.at("replication", "enabled").is(true)) {
      tell(spec.get("replicas"), "is above 1, but replication is not enabled");
    }
    needs(spec, "storage", "size");
    resources(spec.get("resources"));
  }

  private void unique(Node list, String key) {
    Set<Object> seen = new HashSet<>();
    for (Node item : list.items()) {
      Node value = item.get(key);
      if (value.value() != null && !seen.add(value.value())) {
        tell(value, "stands there twice");
      }
    }
  }

  private void exactlyOne(Node holder, List<String> fields) {
    if (!holder.isMissing() && fields.stream().noneMatch(f -> !holder.get(f).isMissing())) {
      tell(holder, "needs one of " + String.join(", ", fields));
    }
    atMostOne(holder, fields);
  }

  private void atMostOne(Node holder, List<String> fields) {
    List<String> there = fields.stream().filter(f -> !holder.get(f).isMissing()).toList();
    if (there.size() > 1) {
      tell(holder, "may hold only one of " + String.join(" and ", there));
    }
  }

  private void needs(Node holder, String... path) {
    if (holder.at(path).isMissing()) {
      tell(holder.at(path), "is missing");
    }
  }

  private void tell(Node place, String fact) {
    faults.add(new Forms.Fault(place, fact));
  }

  private static boolean isZero(Node amount) {
    return amount.value() instanceof Number n
        ? n.longValue() == 0
        : amount.value() instanceof String text && text.matches("0+%");
  }

  private static long number(Node node, long otherwise) {
    return node.value() instanceof Number n ? n.longValue() : otherwise;
  }
}
