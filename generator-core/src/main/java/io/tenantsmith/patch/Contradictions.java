package io.tenantsmith.patch;

import io.tenantsmith.objects.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Fields of one object that exclude or need each other, as the API server judges the kinds that may
 * be patched.
 */
final class Contradictions {

  private final Faults faults = new Faults();
  private final PodContradictions pods = new PodContradictions(faults);

  private Contradictions() {}

  /** All of them in an object. */
  static List<Forms.Fault> of(String kind, Node spec) {
    Contradictions found = new Contradictions();
    switch (kind) {
      case "Deployment" -> found.deployment(spec);
      case "Service" -> found.service(spec);
      case "HorizontalPodAutoscaler" -> found.autoscaler(spec);
      case "PodDisruptionBudget" ->
          found.faults.atMostOne(spec, List.of("minAvailable", "maxUnavailable"));
      case "HTTPRoute" ->
          RouteContradictions.of(spec).forEach(f -> found.faults.tell(f.place(), f.fact()));
      case "PersistentVolumeClaim" -> found.faults.needs(spec, "resources", "requests", "storage");
      case "PointInTimeRecovery" -> found.faults.needs(spec, "physicalBackupRef", "name");
      case "MariaDB" -> found.database(spec);
      default -> {}
    }
    return found.faults.all();
  }

  private void deployment(Node spec) {
    Node strategy = spec.get("strategy");
    Node rolling = strategy.get("rollingUpdate");
    if (strategy.get("type").is("Recreate") && !rolling.isMissing()) {
      faults.tell(rolling, "belongs to the type RollingUpdate, the type is Recreate");
    }
    if (isZero(rolling.get("maxSurge")) && isZero(rolling.get("maxUnavailable"))) {
      faults.tell(
          rolling, "lets maxSurge and maxUnavailable both be 0: no pod could ever be replaced");
    }
    Node deadline = spec.get("progressDeadlineSeconds");
    if (Faults.number(deadline, 600) <= Faults.number(spec.get("minReadySeconds"), 0)) {
      faults.tell(deadline, "is not above minReadySeconds");
    }
    pods.pod(spec.at("template", "spec"));
  }

  private void service(Node spec) {
    Node ports = spec.get("ports");
    if (ports.items().isEmpty()) {
      faults.tell(ports, "holds no port");
    }
    faults.unique(ports, "name");
    Set<String> seen = new HashSet<>();
    for (Node port : ports.items()) {
      faults.needs(port, "port");
      Object protocol = port.get("protocol").isMissing() ? "TCP" : port.get("protocol").value();
      if (!seen.add(port.get("port").value() + "/" + protocol)) {
        faults.tell(port, "has a port and protocol that another port has");
      }
      if (ports.items().size() > 1 && port.get("name").isMissing()) {
        faults.tell(port, "needs a name, since there is more than one port");
      }
    }
  }

  private void autoscaler(Node spec) {
    if (Faults.number(spec.get("minReplicas"), 1) > Faults.number(spec.get("maxReplicas"), 0)) {
      faults.tell(spec.get("minReplicas"), "is above maxReplicas");
    }
    for (Node metric : spec.get("metrics").items()) {
      String type = String.valueOf(metric.get("type").value());
      String field =
          type.isEmpty() ? "" : type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
      if (metric.map().size() != 2 || metric.get(field).isMissing()) {
        faults.tell(metric, "must hold its type and " + field + ", nothing else");
      }
      Node target = metric.at(field, "target");
      boolean share = target.get("type").is("Utilization");
      if (target.map().size() != 2
          || target.get(share ? "averageUtilization" : "averageValue").isMissing()) {
        faults.tell(
            target, "must hold its type and " + (share ? "averageUtilization" : "averageValue"));
      }
    }
    for (String direction : List.of("scaleUp", "scaleDown")) {
      Node policies = spec.at("behavior", direction, "policies");
      if (!policies.isMissing() && policies.items().isEmpty()) {
        faults.tell(policies, "holds no policy");
      }
    }
  }

  private void database(Node spec) {
    if (Faults.number(spec.get("replicas"), 1) > 1 && !spec.at("replication", "enabled").is(true)) {
      faults.tell(spec.get("replicas"), "is above 1, but replication is not enabled");
    }
    faults.needs(spec, "storage", "size");
    pods.resources(spec.get("resources"));
  }

  private static boolean isZero(Node amount) {
    return amount.value() instanceof Number n
        ? n.longValue() == 0
        : amount.value() instanceof String text && text.matches("0+%");
  }
}
