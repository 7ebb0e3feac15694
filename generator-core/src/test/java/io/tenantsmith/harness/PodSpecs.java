package io.tenantsmith.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Finds what runs pods in an object of Kubernetes. */
public final class PodSpecs {

  private static final Map<String, String> PLACES =
      Map.of(
          "Pod", "/spec",
          "Deployment", "/spec/template/spec",
          "StatefulSet", "/spec/template/spec",
          "DaemonSet", "/spec/template/spec",
          "Job", "/spec/template/spec",
          "CronJob", "/spec/jobTemplate/spec/template/spec");

  /** No object has that field. */
  private static final String PLACELESS = "";

  private PodSpecs() {}

  /** Its containers, also those that run first; none if it runs no pods. */
  public static List<JsonNode> containers(JsonNode object) {
    List<JsonNode> containers = new ArrayList<>(longRunning(object));
    listed(object, "initContainers").forEach(containers::add);
    return containers;
  }

  /** Its containers that run at the same time. */
  public static List<JsonNode> longRunning(JsonNode object) {
    List<JsonNode> containers = new ArrayList<>();
    listed(object, "containers").forEach(containers::add);
    return containers;
  }

  /** What it makes pods from; a missing node if it runs none. */
  public static JsonNode spec(JsonNode object) {
    String place = PLACES.get(object.path("kind").asString(""));
    return place == null ? object.path(PLACELESS) : object.at(place);
  }

  private static JsonNode listed(JsonNode object, String field) {
    return spec(object).path(field);
  }
}
