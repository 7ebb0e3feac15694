package io.tenantsmith.harness;

import static io.tenantsmith.harness.ClusterObjects.display;

import io.tenantsmith.render.KnownSeries;
import io.tenantsmith.render.SeriesNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Joins the series that rules and dashboards read with who has them: a rule that records them, a
 * monitor of the output, or the list of needs in README.md; and looks for what rings where they are
 * missing.
 */
public final class SeriesJoin {

  /** Prometheus' own. */
  private static final Set<String> BUILT_IN = Set.of("up", "ALERTS");

  private static final Pattern ABSENT = Pattern.compile("absent\\(\\s*([a-zA-Z_:][a-zA-Z0-9_:]*)");
  private static final Pattern UNLESS =
      Pattern.compile("(?:tenant:(?:active|live):info|> 1)\\s+unless on \\([a-z_]+\\)\\s+");
  private static final Pattern MORE = Pattern.compile("(?m)^\\s*unless on \\([a-z_]+\\)\\s+");

  private final ClusterObjects objects;
  private final Set<String> needs;
  private final Map<String, String> records = new TreeMap<>();
  private final Map<String, String> alerts = new TreeMap<>();
  private final Map<String, String> panels = new TreeMap<>();
  private final Set<String> uids = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  /** The join of these objects with the prefixes of series that README.md asks for. */
  public SeriesJoin(ClusterObjects objects, Set<String> needs) {
    this.objects = objects;
    this.needs = needs;
    for (JsonNode object : objects.ofKind("PrometheusRule")) {
      for (JsonNode group : object.at("/spec/groups")) {
        group.path("rules").forEach(this::rule);
      }
    }
    objects.ofKind("ConfigMap").forEach(this::dashboard);
  }

  private void rule(JsonNode rule) {
    String expression = rule.path("expr").asString("");
    if (rule.has("record")) {
      records.put(rule.path("record").asString(""), expression);
    } else {
      alerts.merge(rule.path("alert").asString(""), expression, (a, b) -> a + "\nor\n" + b);
    }
  }

  private void dashboard(JsonNode config) {
    if (!config.at("/metadata/labels").has("grafana_dashboard")) {
      return;
    }
    for (JsonNode text : config.path("data")) {
      JsonNode dashboard = JsonMapper.shared().readTree(text.asString(""));
      String uid = dashboard.path("uid").asString("");
      if (uid.isEmpty() || uid.length() > 40 || !uids.add(uid)) {
        problems.add(display(config) + ": no, a long or a second uid " + uid);
      }
      for (String expression : dashboard.findValuesAsString("expr")) {
        panels.merge(display(config), expression, (a, b) -> a + "\n+\n" + b);
      }
    }
  }

  /** What is read and comes from nowhere, is asked for and not read, or is not missed. */
  public List<String> problems() {
    if (!records.keySet().equals(KnownSeries.RECORDED)) {
      problems.add("recorded is not what KnownSeries says: " + records.keySet());
    }
    Set<String> foreign = new TreeSet<>();
    read().forEach((where, names) -> names.forEach(name -> source(where, name, foreign)));
    needs.stream()
        .filter(prefix -> !foreign.contains(prefix))
        .forEach(prefix -> problems.add("README.md asks for series that nothing reads: " + prefix));
    Set<String> missed = new TreeSet<>();
    alerts.values().forEach(expression -> missed.addAll(families(missed(expression))));
    for (Map.Entry<String, String> alert : alerts.entrySet()) {
      Set<String> silent = families(SeriesNames.in(alert.getValue()));
      silent.removeAll(missed);
      silent.forEach(
          name -> problems.add("nothing rings where " + alert.getKey() + " has no " + name));
    }
    return problems;
  }

  private Map<String, Set<String>> read() {
    Map<String, Set<String>> read = new TreeMap<>();
    for (Map<String, String> texts : List.of(records, alerts, panels)) {
      texts.forEach((where, text) -> read.put(where, SeriesNames.in(text)));
    }
    return read;
  }

  private void source(String where, String name, Set<String> foreign) {
    String prefix = name.substring(0, Math.max(0, name.indexOf('_')));
    if (records.containsKey(name)
        || BUILT_IN.contains(name)
        || isScraped(name)
        || isOfWhatIsNotUsed(name)) {
      return;
    }
    if (needs.contains(prefix)) {
      foreign.add(prefix);
    } else {
      problems.add("README.md does not say who has " + name + ", which " + where + " reads");
    }
  }

  /**
   * A fleet that names no model has no content automation; what is recorded of it is then empty.
   */
  private boolean isOfWhatIsNotUsed(String name) {
    return name.startsWith("content_")
        && objects.ofKind("Deployment").stream()
            .noneMatch(each -> each.at("/metadata/name").asString("").equals("content"));
  }

  /** By a monitor that keeps it, or by the exporters that the operator of the databases starts. */
  private boolean isScraped(String name) {
    for (JsonNode monitor : objects.ofKind("PodMonitor")) {
      for (JsonNode relabeling : monitor.findValues("metricRelabelings")) {
        for (JsonNode each : relabeling) {
          if (Pattern.matches(each.path("regex").asString(""), name)) {
            return true;
          }
        }
      }
    }
    return name.startsWith("mysql_")
        && objects.ofKind("MariaDB").stream()
            .anyMatch(database -> database.at("/spec/metrics/enabled").asBoolean(false));
  }

  /** The series without which an expression has a value. */
  private static Set<String> missed(String expression) {
    Set<String> names = new TreeSet<>();
    Matcher absent = ABSENT.matcher(expression);
    while (absent.find()) {
      names.add(absent.group(1));
    }
    Matcher unless = UNLESS.matcher(expression);
    while (unless.find()) {
      names.addAll(SeriesNames.in(operand(expression, unless.end())));
      Matcher more = MORE.matcher(expression).region(unless.end(), expression.length());
      while (more.find()) {
        names.addAll(SeriesNames.in(operand(expression, more.end())));
      }
    }
    return names;
  }

  /** From there to the bracket that closes, or to the next operator of sets. */
  private static String operand(String text, int start) {
    int depth = 0;
    int at = start;
    while (at < text.length() && depth >= 0) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth <= 0 && (text.startsWith("\nunless", at) || text.startsWith("\nor", at))) {
        break;
      }
      at++;
    }
    return text.substring(start, at);
  }

  /** What is exported together; records are taken for what they read. */
  private Set<String> families(Collection<String> names) {
    Set<String> families = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    List<String> left = new ArrayList<>(names);
    while (!left.isEmpty()) {
      String name = left.remove(left.size() - 1);
      if (records.containsKey(name) && seen.add(name)) {
        left.addAll(SeriesNames.in(Objects.requireNonNull(records.get(name))));
      } else if (!records.containsKey(name)) {
        String[] words = name.split("_", -1);
        boolean byResource = words[0].equals("kube") || words[0].equals("tenantsmith");
        families.add(byResource ? words[0] + "_" + words[1] : words[0]);
      }
    }
    return families;
  }
}
