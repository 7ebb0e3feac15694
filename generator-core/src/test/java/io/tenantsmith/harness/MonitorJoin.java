package io.tenantsmith.harness;

import static io.tenantsmith.harness.ClusterObjects.display;
import static io.tenantsmith.harness.ClusterObjects.name;
import static io.tenantsmith.harness.ClusterObjects.namespace;
import static io.tenantsmith.harness.ClusterObjects.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Joins monitors with the pods that they scrape and the policies that let them, and what runs for
 * all tenants with the alerts that say that it does not.
 */
public final class MonitorJoin {

  private static final String PLATFORM = "admin-apps";
  private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "CronJob");

  private final ClusterObjects objects;
  private final List<String> problems = new ArrayList<>();

  /** The join of these objects. */
  public MonitorJoin(ClusterObjects objects) {
    this.objects = objects;
  }

  /** What is scraped in vain, or may fall silent without a sound. */
  public List<String> problems() {
    List<String> alerts = new ArrayList<>();
    objects.ofKind("PrometheusRule").forEach(o -> alerts.addAll(o.findValuesAsString("expr")));
    for (JsonNode object : objects.all()) {
      boolean watched =
          WORKLOADS.contains(object.path("kind").asString(""))
              && namespace(object).equals(PLATFORM);
      if (watched && alerts.stream().noneMatch(a -> a.contains("=\"" + name(object) + "\""))) {
        problems.add(display(object) + ": no alert says that it is down");
      }
    }
    for (JsonNode monitor : objects.ofKind("PodMonitor")) {
      if (alerts.stream().noneMatch(a -> a.contains("job") && a.contains(name(monitor)))) {
        problems.add(display(monitor) + ": no alert says that it scrapes nothing");
      }
      scraped(monitor);
    }
    return problems;
  }

  /** Pods of the output; others are among the needs of README.md. */
  private void scraped(JsonNode monitor) {
    Map<String, String> selector = texts(monitor.at("/spec/selector/matchLabels"));
    for (JsonNode space : monitor.at("/spec/namespaceSelector/matchNames")) {
      boolean ours =
          objects.ofKind("Namespace").stream().anyMatch(n -> name(n).equals(space.asString("")));
      int pods = 0;
      for (JsonNode workload : ours ? objects.all() : List.<JsonNode>of()) {
        JsonNode template = workload.at("/spec/template");
        Map<String, String> labels = texts(template.at("/metadata/labels"));
        if (namespace(workload).equals(space.asString(""))
            && labels.entrySet().containsAll(selector.entrySet())) {
          pods++;
          monitor
              .at("/spec/podMetricsEndpoints")
              .forEach(endpoint -> port(workload, labels, endpoint.path("port").asString("")));
        }
      }
      if (ours && pods == 0) {
        problems.add(display(monitor) + ": selects no pods");
      }
    }
  }

  private void port(JsonNode workload, Map<String, String> labels, String port) {
    for (JsonNode container : workload.at("/spec/template/spec/containers")) {
      for (JsonNode each : container.path("ports")) {
        if (each.path("name").asString("").equals(port)) {
          if (!isAdmitted(workload, labels, each.path("containerPort").asInt(0))) {
            problems.add(display(workload) + ": no policy lets Prometheus in at port " + port);
          }
          return;
        }
      }
    }
    problems.add(display(workload) + ": is scraped at port " + port + ", which it has not");
  }

  private boolean isAdmitted(JsonNode workload, Map<String, String> labels, int port) {
    return objects.ofKind("NetworkPolicy").stream()
        .filter(policy -> namespace(policy).equals(namespace(workload)))
        .filter(
            policy ->
                labels
                    .entrySet()
                    .containsAll(texts(policy.at("/spec/podSelector/matchLabels")).entrySet()))
        .flatMap(policy -> policy.at("/spec/ingress").valueStream())
        .filter(rule -> rule.path("from").toString().contains("\"prometheus\""))
        .flatMap(rule -> rule.path("ports").valueStream())
        .anyMatch(each -> each.path("port").asInt(0) == port);
  }
}
