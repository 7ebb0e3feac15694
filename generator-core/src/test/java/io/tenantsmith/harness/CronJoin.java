package io.tenantsmith.harness;

import static io.tenantsmith.harness.ClusterObjects.display;
import static io.tenantsmith.harness.ClusterObjects.name;
import static io.tenantsmith.harness.ClusterObjects.namespace;
import static io.tenantsmith.harness.ClusterObjects.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Joins the runner that asks sites for what is due with the sites: the label by which its watchers
 * find them, the Service and port that it asks, and the policies at both ends.
 */
public final class CronJoin {

  private static final String RUNNER = "site-cron";
  private static final Pattern LINE = Pattern.compile("[0-4] ([a-z0-9-]+) ([a-z0-9.-]+)\n");
  private static final Pattern PORT = Pattern.compile("SERVICE:-\\.svc:([0-9]+)}");

  private final ClusterObjects objects;
  private final List<String> problems = new ArrayList<>();

  /** The join of these objects. */
  public CronJoin(ClusterObjects objects) {
    this.objects = objects;
  }

  /** Sites that would never be asked, and what would be asked and is no site. */
  public List<String> problems() {
    JsonNode runner = only("Deployment", RUNNER);
    Map<String, String> pods = texts(runner.at("/spec/template/metadata/labels"));
    int port = port();
    Set<String> asked = new TreeSet<>();
    for (JsonNode map : objects.ofKind("ConfigMap")) {
      if (watched(runner, map)) {
        asked.add(asked(map));
      }
    }
    for (JsonNode service : objects.ofKind("Service")) {
      if (name(service).equals("wordpress") && !asked.remove(namespace(service))) {
        problems.add(display(service) + " is never asked for what is due");
      } else if (name(service).equals("wordpress")) {
        reached(service, port, pods);
      }
    }
    asked.forEach(namespace -> problems.add("there is no site to ask in " + namespace));
    leaves(pods, port);
    return problems;
  }

  private JsonNode only(String kind, String name) {
    return objects.ofKind(kind).stream()
        .filter(object -> name(object).equals(name))
        .findFirst()
        .orElseThrow();
  }

  private int port() {
    Matcher matcher = PORT.matcher(only("ConfigMap", RUNNER).at("/data/site-cron.sh").asString(""));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** Whether both watchers find it: the one at the start and the one that watches. */
  private static boolean watched(JsonNode runner, JsonNode map) {
    List<JsonNode> watchers = new ArrayList<>();
    runner.at("/spec/template/spec/initContainers").forEach(watchers::add);
    runner.at("/spec/template/spec/containers").forEach(watchers::add);
    watchers.removeIf(container -> variable(container, "LABEL").isEmpty());
    return watchers.size() == 2
        && watchers.stream()
            .allMatch(
                container ->
                    namespace(map).equals(variable(container, "NAMESPACE"))
                        && variable(container, "LABEL_VALUE")
                            .equals(
                                texts(map.at("/metadata/labels"))
                                    .get(variable(container, "LABEL"))));
  }

  private static String variable(JsonNode container, String name) {
    for (JsonNode variable : container.path("env")) {
      if (variable.path("name").asString("").equals(name)) {
        return variable.path("value").asString("");
      }
    }
    return "";
  }

  private String asked(JsonNode map) {
    for (Map.Entry<String, String> file : texts(map.path("data")).entrySet()) {
      Matcher line = LINE.matcher(file.getValue());
      if (file.getKey().endsWith(".site") && line.matches()) {
        return line.group(1);
      }
    }
    problems.add(display(map) + " has no line that the runner reads");
    return "";
  }

  private void reached(JsonNode service, int port, Map<String, String> runner) {
    boolean serves = false;
    for (JsonNode each : service.at("/spec/ports")) {
      serves |= each.path("port").asInt() == port;
    }
    boolean admitted =
        objects.ofKind("NetworkPolicy").stream()
            .filter(policy -> namespace(policy).equals(namespace(service)))
            .filter(policy -> selectsSite(policy.at("/spec/podSelector")))
            .anyMatch(policy -> admits(policy, port, runner));
    if (!serves || !admitted) {
      problems.add(display(service) + " does not take the runner's requests at port " + port);
    }
  }

  private static boolean selectsSite(JsonNode selector) {
    Map<String, String> labels = texts(selector.path("matchLabels"));
    return "wordpress".equals(labels.get("app.kubernetes.io/name"))
        && "web".equals(labels.get("app.kubernetes.io/component"));
  }

  private boolean admits(JsonNode policy, int port, Map<String, String> runner) {
    for (JsonNode rule : policy.at("/spec/ingress")) {
      for (JsonNode peer : rule.path("from")) {
        Map<String, String> labels = texts(peer.at("/podSelector/matchLabels"));
        if (opens(rule, port)
            && !labels.isEmpty()
            && runner.entrySet().containsAll(labels.entrySet())
            && objects.selects(peer.path("namespaceSelector"), "admin-apps")) {
          return true;
        }
      }
    }
    return false;
  }

  private void leaves(Map<String, String> runner, int port) {
    boolean leaves =
        objects.ofKind("NetworkPolicy").stream()
            .filter(policy -> namespace(policy).equals("admin-apps"))
            .filter(policy -> texts(policy.at("/spec/podSelector/matchLabels")).equals(runner))
            .anyMatch(policy -> letsOut(policy, port));
    if (!leaves) {
      problems.add("the runner may not reach port " + port + " of a site");
    }
  }

  private static boolean letsOut(JsonNode policy, int port) {
    for (JsonNode rule : policy.at("/spec/egress")) {
      for (JsonNode peer : rule.path("to")) {
        if (opens(rule, port) && selectsSite(peer.path("podSelector"))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean opens(JsonNode rule, int port) {
    for (JsonNode each : rule.path("ports")) {
      if (each.path("port").asInt() == port) {
        return true;
      }
    }
    return false;
  }
}
