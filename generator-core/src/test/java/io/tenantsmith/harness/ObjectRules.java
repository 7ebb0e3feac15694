package io.tenantsmith.harness;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What no schema says and an API server, a quota or a sync tool stumbles over all the same. */
public final class ObjectRules {

  private static final Pattern LABEL_VALUE =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /** Kinds whose name becomes a host name, or the label of a pod or a job. */
  private static final Set<String> NAMES_ARE_LABELS =
      Set.of("Namespace", "Service", "Deployment", "StatefulSet", "Job", "MariaDB");

  private static final int CRON_JOB_NAME = 52;
  private static final int SUBDOMAIN = 253;
  private static final Pattern AMOUNT =
      Pattern.compile("[0-9.]+(m|Ki|Mi|Gi|Ti|Pi|k|M|G|T|P|E|Ei)?");

  private final List<String> problems = new ArrayList<>();
  private final String object;

  private ObjectRules(JsonNode object) {
    this.object = object.path("kind").asString("") + " " + object.at("/metadata/name").asString("");
  }

  /** What is wrong with an object. */
  public static List<String> problemsOf(JsonNode object) {
    ObjectRules rules = new ObjectRules(object);
    rules.names(object);
    if (!object.path("kind").asString("").equals("ApplicationSet")) { // its labels are templates
      rules.labels(object);
    }
    PodSpecs.containers(object).forEach(rules::resources);
    rules.quantities("", object);
    return rules.problems;
  }

  private void names(JsonNode tree) {
    String name = tree.at("/metadata/name").asString("");
    String kind = tree.path("kind").asString("");
    if (NAMES_ARE_LABELS.contains(kind) && !LABEL.matcher(name).matches()) {
      problems.add(object + ": its name is no DNS label of at most 63 characters");
    }
    if (kind.equals("CronJob") && name.length() > CRON_JOB_NAME) {
      problems.add(object + ": its jobs' names would be too long");
    }
    if (name.isEmpty() || name.length() > SUBDOMAIN) {
      problems.add(object + ": a name has 1 to 253 characters");
    }
  }

  private void labels(JsonNode tree) {
    for (Map.Entry<String, JsonNode> child : tree.properties()) {
      if (Set.of("labels", "matchLabels", "nodeSelector").contains(child.getKey())) {
        child
            .getValue()
            .properties()
            .forEach(label -> label(label.getKey(), label.getValue().asString("")));
      }
      labels(child.getValue());
    }
    if (tree.isArray()) {
      tree.forEach(this::labels);
    }
  }

  private void label(String key, String value) {
    if (!LABEL_VALUE.matcher(value).matches()) {
      problems.add(object + ": the label " + key + " cannot be " + value);
    }
  }

  private void resources(JsonNode container) {
    for (String part : List.of("requests", "limits")) {
      for (String resource : List.of("cpu", "memory")) {
        if (container.at("/resources/" + part + "/" + resource).isMissingNode()) {
          String name = container.path("name").asString("");
          problems.add(object + ": container " + name + " states no " + part + " of " + resource);
        }
      }
    }
  }

  /** Below these keys stand only quantities; a server rewrites those that are not canonical. */
  private void quantities(String key, JsonNode tree) {
    boolean amounts =
        Set.of("requests", "limits", "hard", "default", "defaultRequest", "min", "max", "capacity")
            .contains(key);
    for (Map.Entry<String, JsonNode> child : tree.properties()) {
      if (amounts && child.getValue().isString()) {
        quantity(child.getKey(), child.getValue().asString());
      }
      quantities(child.getKey(), child.getValue());
    }
    if (tree.isArray()) {
      tree.forEach(item -> quantities("", item));
    }
  }

  private void quantity(String key, String text) {
    if (AMOUNT.matcher(text).matches() && !canonical(text).equals(text)) {
      problems.add(object + ": " + key + " " + text + " would become " + canonical(text));
    }
  }

  /** As Kubernetes writes it: no fraction, the largest unit that leaves a whole number. */
  static String canonical(String text) {
    BigDecimal amount = Quantity.getAmountInBytes(new Quantity(text));
    if (text.endsWith("i")) {
      return largest(amount, 1024, List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"));
    }
    if (amount.stripTrailingZeros().scale() > 0) {
      return amount.movePointRight(3).stripTrailingZeros().toPlainString() + "m";
    }
    return largest(amount, 1000, List.of("", "k", "M", "G", "T", "P", "E"));
  }

  private static String largest(BigDecimal amount, int step, List<String> units) {
    BigDecimal rest = amount;
    int unit = 0;
    while (rest.signum() > 0
        && unit < units.size() - 1
        && rest.remainder(BigDecimal.valueOf(step)).signum() == 0) {
      rest = rest.divide(BigDecimal.valueOf(step));
      unit++;
    }
    return rest.stripTrailingZeros().toPlainString() + units.get(unit);
  }
}
