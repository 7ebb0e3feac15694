package io.tenantsmith.demand;

import io.tenantsmith.demand.Pod.Container;
import io.tenantsmith.demand.Pod.Form;
import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the pods of a tenant's objects. */
public final class Pods {

  private static final String INSTANCE = "app.kubernetes.io/instance";
  private static final String NAME = "app.kubernetes.io/name";

  private static final Map<String, String> SOLVER =
      Map.of("acme.cert-manager.io/http01-solver", "true");

  private final List<ObjectValues> objects;
  private final List<Pod> pods = new ArrayList<>();

  private Pods(List<ObjectValues> objects) {
    this.objects = objects;
  }

  /** The pods of all these objects. */
  public static List<Pod> of(List<ObjectValues> objects) {
    Pods found = new Pods(objects);
    objects.forEach(found::add);
    return List.copyOf(found.pods);
  }

  private void add(ObjectValues object) {
    Node spec = object.spec();
    switch (object.kind()) {
      case "Pod" -> template(object, object.root(), 1);
      case "Deployment" ->
          template(object, spec.get("template"), Replicas.ofDeployment(object, objects));
      case "StatefulSet", "ReplicaSet", "DaemonSet" ->
          template(object, spec.get("template"), spec.get("replicas").numberOr(1));
      case "Job" -> template(object, spec.get("template"), spec.get("parallelism").numberOr(1));
      case "CronJob" -> {
        Node job = spec.at("jobTemplate", "spec");
        int jobs = spec.get("concurrencyPolicy").is("Forbid") ? 1 : 2;
        template(object, job.get("template"), jobs * job.get("parallelism").numberOr(1));
      }
      case "MariaDB" -> database(object, spec);
      case "PhysicalBackup", "Backup", "Restore", "SqlJob" -> databaseJob(object, spec);
      case "Certificate" -> solver(object, spec);
      default -> {}
    }
  }

  private void template(ObjectValues object, Node template, int peak) {
    Node spec = template.get("spec");
    List<Container> containers = new ArrayList<>();
    for (Node container : spec.get("containers").items()) {
      containers.add(named(container, false));
    }
    for (Node container : spec.get("initContainers").items()) {
      containers.add(named(container, !container.get("restartPolicy").is("Always")));
    }
    for (Node container : spec.get("ephemeralContainers").items()) {
      containers.add(named(container, false));
    }
    pods.add(
        new Pod(
            object,
            spec,
            spec.get("securityContext"),
            Form.TEMPLATE,
            peak,
            template.at("metadata", "labels").map(),
            containers));
  }

  private void database(ObjectValues object, Node spec) {
    List<Container> containers = new ArrayList<>();
    containers.add(new Container("mariadb", spec, false));
    Node replication = spec.get("replication");
    if (replication.get("enabled").is(true)) {
      containers.add(new Container("agent", replication.get("agent"), false));
      containers.add(new Container("init", replication.get("initContainer"), true));
    }
    spec.get("sidecarContainers").items().forEach(c -> containers.add(named(c, false)));
    spec.get("initContainers").items().forEach(c -> containers.add(named(c, true)));
    Map<String, String> labels = labels(spec.at("inheritMetadata", "labels"));
    labels.putAll(labels(spec.at("podMetadata", "labels")));
    labels.put(INSTANCE, object.name());
    labels.put(NAME, "mariadb");
    pods.add(
        new Pod(
            object,
            spec,
            spec.get("podSecurityContext"),
            Form.OPERATOR,
            spec.get("replicas").numberOr(1),
            labels,
            containers));
    exporter(object, spec.get("metrics"));
    restoreJob(object, replication.at("replica", "bootstrapFrom", "restoreJob"));
  }

  /** Adds the metrics exporter, which has two pods while it is rolled out. */
  private void exporter(ObjectValues object, Node metrics) {
    if (!metrics.get("enabled").is(true)) {
      return;
    }
    Node exporter = metrics.get("exporter");
    Map<String, String> labels = labels(object.spec().at("inheritMetadata", "labels"));
    labels.putAll(labels(exporter.at("podMetadata", "labels")));
    labels.put(INSTANCE, object.name() + "-metrics");
    labels.put(NAME, "exporter");
    pods.add(
        new Pod(
            object,
            exporter,
            exporter.get("podSecurityContext"),
            Form.OPERATOR,
            2,
            labels,
            List.of(new Container("exporter", exporter, false))));
  }

  private void restoreJob(ObjectValues object, Node job) {
    if (!job.isMissing()) {
      Node security = object.spec().get("podSecurityContext");
      pods.add(
          new Pod(
              object,
              job,
              security,
              Form.BORROWED,
              1,
              Map.of(),
              List.of(new Container("restore", job, false))));
    }
  }

  /** Adds the Job of a backup; a snapshot of a volume needs no pod. */
  private void databaseJob(ObjectValues object, Node spec) {
    if (spec.at("storage", "volumeSnapshot").isMissing()) {
      pods.add(
          new Pod(
              object,
              spec,
              spec.get("podSecurityContext"),
              Form.OPERATOR,
              spec.at("schedule", "suspend").is(true) ? 0 : 1,
              spec.at("podMetadata", "labels").map(),
              List.of(new Container("job", spec, false))));
    }
  }

  /**
   * Adds the pod that proves control of a domain; the issuer states it, so there is nothing to
   * judge.
   */
  private void solver(ObjectValues object, Node spec) {
    pods.add(new Pod(object, spec, spec, Form.BORROWED, 0, SOLVER, List.of()));
  }

  private static Container named(Node container, boolean first) {
    return new Container(container.get("name").text(), container, first);
  }

  private static Map<String, String> labels(Node node) {
    Map<String, String> labels = new HashMap<>();
    for (Node label : node.entries()) {
      labels.put(label.step().toString(), label.text());
    }
    return labels;
  }
}
