package io.tenantsmith.steps;

import io.tenantsmith.objects.Node;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a tenant's objects runs, in words. */
record Workload(TenantObjects objects, String namespace) {

  private static final String WEB = "wordpress";
  private static final String CHAT = "open-webui";
  private static final String DATABASE = "MariaDB";

  /** Pods of the site: {@code 3 web pods}, or {@code 2 to 5 web pods} where they are scaled. */
  Optional<String> web() {
    Node scaled =
        objects
            .find("HorizontalPodAutoscaler", WEB)
            .map(o -> Node.of(o.tree()).get("spec"))
            .orElseGet(() -> Node.of(Map.of()));
    int replicas = replicas(WEB);
    if (replicas == 0) {
      return Optional.empty();
    }
    int most = scaled.get("maxReplicas").numberOr(replicas);
    int least = scaled.get("minReplicas").numberOr(replicas);
    return Optional.of(
        least == most ? count(most, "web pod") : least + " to " + most + " web pods");
  }

  /** Whether an Open WebUI of the tenant's own runs. */
  boolean chats() {
    return replicas(CHAT) > 0;
  }

  /** The database, if there is one: {@code MariaDB tenant-acme/mariadb, 2 instances}. */
  Optional<String> database() {
    return objects.ofKind(DATABASE).stream()
        .findFirst()
        .map(o -> name(o) + ", " + count(instances(o), "instance"));
  }

  /** Whether the database has instances that follow another. */
  boolean isReplicated() {
    return objects.ofKind(DATABASE).stream().anyMatch(database -> instances(database) > 1);
  }

  /** What copies data: schedules of the database and of the namespace. */
  List<String> copies() {
    List<String> copies = new ArrayList<>();
    for (KubernetesObject object : objects.where(Workload::isCopy)) {
      copies.add(name(object) + " (" + schedule(object) + ")");
    }
    return List.copyOf(copies);
  }

  /** The scheduled backup of the database. */
  Optional<KubernetesObject> nightly() {
    return objects.ofKind("PhysicalBackup").stream().filter(Workload::isCopy).findFirst();
  }

  /** The export of this stay. */
  Optional<ExportJob> export() {
    return ExportJob.in(objects);
  }

  /** Hosts that have a certificate of their own. */
  List<String> certificates() {
    return objects.ofKind("Certificate").stream()
        .flatMap(o -> Node.of(o.tree()).at("spec", "dnsNames").items().stream())
        .map(Node::text)
        .toList();
  }

  private String name(KubernetesObject object) {
    return Departures.item(object).displayIn(namespace);
  }

  static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private int replicas(String deployment) {
    return objects
        .find("Deployment", deployment)
        .map(o -> Node.of(o.tree()).at("spec", "replicas").numberOr(1))
        .orElse(0);
  }

  private static int instances(KubernetesObject database) {
    return Node.of(database.tree()).at("spec", "replicas").numberOr(1);
  }

  private static boolean isCopy(KubernetesObject object) {
    return !schedule(object).isEmpty()
        && (object.kind().equals("PhysicalBackup") || object.kind().equals("Schedule"));
  }

  private static String schedule(KubernetesObject object) {
    Node schedule = Node.of(object.tree()).at("spec", "schedule");
    return schedule.textOr(schedule.get("cron").text());
  }
}
