package io.tenantsmith.harness;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Adds up what the objects of one tenant take when all autoscalers are at their maximum and a
 * rollout brings one more pod, from the rendered objects alone, and compares it with the tenant's
 * quota.
 */
public final class QuotaRules {

  private final List<JsonNode> objects;
  private final SortedMap<String, BigDecimal> taken = new TreeMap<>();

  private QuotaRules(List<JsonNode> objects) {
    this.objects = objects;
  }

  /** What does not fit. */
  public static List<String> problemsOf(List<JsonNode> objectsOfTenant) {
    QuotaRules rules = new QuotaRules(objectsOfTenant);
    objectsOfTenant.forEach(rules::take);
    return rules.compared();
  }

  private void take(JsonNode object) {
    String kind = object.path("kind").asString("");
    switch (kind) {
      case "Deployment" -> takePods(object, atMost(object) + 1);
      case "Job", "CronJob" -> takePods(object, 1);
      case "MariaDB" -> takeDatabase(object);
      case "PersistentVolumeClaim" -> {
        add("persistentvolumeclaims", 1, BigDecimal.ONE);
        add("requests.storage", 1, amount(object.at("/spec/resources/requests/storage")));
      }
      case "ConfigMap" -> add("configmaps", 1, BigDecimal.ONE);
      case "Service" -> add("services", 1, BigDecimal.ONE);
      case "Secret", "ExternalSecret" -> add("secrets", 1, BigDecimal.ONE);
      default -> {}
    }
  }

  private void takePods(JsonNode object, int count) {
    add("pods", count, BigDecimal.ONE);
    for (JsonNode container : PodSpecs.longRunning(object)) {
      takeContainer(container, count);
    }
  }

  private void takeDatabase(JsonNode object) {
    int replicas = object.at("/spec/replicas").asInt(1);
    add("pods", replicas, BigDecimal.ONE);
    takeContainer(object.path("spec"), replicas);
    add("persistentvolumeclaims", replicas, BigDecimal.ONE);
    add("requests.storage", replicas, amount(object.at("/spec/storage/size")));
  }

  private void takeContainer(JsonNode container, int count) {
    for (String part : List.of("requests", "limits")) {
      for (String resource : List.of("cpu", "memory")) {
        JsonNode stated = container.path("resources").path(part).path(resource);
        add(part + "." + resource, count, amount(stated));
      }
    }
  }

  private int atMost(JsonNode deployment) {
    for (JsonNode scaler : objects) {
      if (scaler.path("kind").asString("").equals("HorizontalPodAutoscaler")
          && scaler.at("/spec/scaleTargetRef/name").equals(deployment.at("/metadata/name"))) {
        return scaler.at("/spec/maxReplicas").asInt();
      }
    }
    return deployment.at("/spec/replicas").asInt(1);
  }

  private void add(String what, int count, BigDecimal amount) {
    taken.merge(what, amount.multiply(BigDecimal.valueOf(count)), BigDecimal::add);
  }

  private static BigDecimal amount(JsonNode stated) {
    return stated.isMissingNode()
        ? BigDecimal.ZERO
        : Quantity.getAmountInBytes(new Quantity(stated.asString()));
  }

  private List<String> compared() {
    List<String> problems = new ArrayList<>();
    JsonNode hard =
        objects.stream()
            .filter(object -> object.at("/metadata/name").asString("").equals("tenant-quota"))
            .findFirst()
            .orElseThrow()
            .at("/spec/hard");
    taken.forEach(
        (what, need) -> {
          if (hard.has(what) && amount(hard.path(what)).compareTo(need) < 0) {
            problems.add(what + ": " + need + " is needed, " + hard.path(what) + " allowed");
          }
        });
    return problems;
  }
}
