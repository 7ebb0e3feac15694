package io.tenantsmith.harness;

import static io.tenantsmith.harness.ClusterObjects.display;
import static io.tenantsmith.harness.ClusterObjects.name;
import static io.tenantsmith.harness.ClusterObjects.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Joins the priority classes with the pods of tenants and of the platform. */
public final class PriorityJoin {

  private static final String CLASS = "priorityClassName";
  private static final String TENANT = "tenantsmith.io/tenant";

  private final ClusterObjects objects;
  private final Map<String, Integer> values = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  /** The join of these objects. */
  public PriorityJoin(ClusterObjects objects) {
    this.objects = objects;
    objects.ofKind("PriorityClass").forEach(c -> values.put(name(c), c.path("value").asInt()));
  }

  /** Pods of the platform that one of a tenant's would push off a full node. */
  public List<String> problems() {
    int highest = Integer.MIN_VALUE;
    for (JsonNode object : objects.all()) {
      if (isTenants(object)) {
        highest = Math.max(highest, highestIn(object));
      }
    }
    for (JsonNode object : objects.all()) {
      JsonNode spec = PodSpecs.spec(object);
      if (!isTenants(object) && !spec.isMissingNode()) {
        int own = value(object, spec.path(CLASS));
        if (own <= highest) {
          problems.add(display(object) + " has priority " + own + ", a tenant's pod " + highest);
        }
      }
    }
    return problems;
  }

  private boolean isTenants(JsonNode object) {
    return objects.labelsOf(namespace(object)).containsKey(TENANT);
  }

  /** Also of what operators make pods from. */
  private int highestIn(JsonNode object) {
    List<Integer> found = new ArrayList<>(List.of(Integer.MIN_VALUE));
    ClusterObjects.walk(
        object,
        (key, node) -> {
          if (key.equals(CLASS)) {
            found.add(value(object, node));
          }
        });
    return found.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  private int value(JsonNode object, JsonNode stated) {
    Integer value = values.get(stated.asString(""));
    if (value == null && !stated.isMissingNode()) {
      problems.add(display(object) + " has a priority class that is not rendered");
    }
    return value == null ? 0 : value;
  }
}
