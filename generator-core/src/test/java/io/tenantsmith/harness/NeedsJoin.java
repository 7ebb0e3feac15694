package io.tenantsmith.harness;

import static io.tenantsmith.harness.ClusterObjects.display;
import static io.tenantsmith.harness.ClusterObjects.name;
import static io.tenantsmith.harness.ClusterObjects.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Joins what a cluster's section of README.md asks for with what its objects need. */
public final class NeedsJoin {

  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  /** Groups that every API server has. */
  private static final Set<String> BUILT_IN =
      Set.of(
          "",
          "apps",
          "autoscaling",
          "batch",
          "policy",
          "networking.k8s.io",
          "rbac.authorization.k8s.io",
          "scheduling.k8s.io",
          "admissionregistration.k8s.io");

  /** Groups of the sync tools, which the section names by the files that start them. */
  private static final Map<String, String> SYNC =
      Map.of(
          "argoproj.io", "argocd.yaml",
          "kustomize.toolkit.fluxcd.io", "flux.yaml",
          "source.toolkit.fluxcd.io", "flux.yaml");

  /** What fields of objects take for granted of an operator, and the word that says so. */
  private static final Map<String, String> ASSUMED =
      Map.of(
          "gateway.envoyproxy.io/owning-gateway-name", "mergeGateways",
          "\"sourceCIDR\"", "addresses of clients",
          "label_tenantsmith_io_tenant", "--metric-labels-allowlist",
          "\"secretKeys\"", "secretKeys",
          "kustomize.toolkit.fluxcd.io/v1", "--custom-apply-stage-kinds=ResourceQuota",
          "serviceaccount:mariadb-system:mariadb-operator", "service account `mariadb-operator`",
          "\"PreemptLowerPriority\"", "system-cluster-critical");

  private final ClusterObjects objects;
  private final String section;

  /** The join of these objects with their section. */
  public NeedsJoin(ClusterObjects objects, String section) {
    this.objects = objects;
    this.section = section;
  }

  /** Secrets that people make, by namespace and name. */
  public Set<String> secrets() {
    Set<String> secrets = new TreeSet<>();
    for (List<String> row : table("| namespace | Secret |")) {
      secrets.add(row.get(0) + "/" + row.get(1).replaceFirst(",.*", ""));
    }
    return secrets;
  }

  /** What the objects need and the section does not name, and the other way round. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    Set<String> pods = new TreeSet<>();
    for (List<String> row : table("| namespace | labels |")) {
      pods.add(row.get(0) + " " + row.get(1));
    }
    Set<String> selected = new TreeSet<>();
    objects.ofKind("NetworkPolicy").forEach(policy -> peers(policy, pods, selected, problems));
    objects.ofKind("PodMonitor").forEach(monitor -> watched(monitor, selected));
    objects.ofKind("ServiceMonitor").forEach(monitor -> watched(monitor, selected));
    difference(selected, pods, "selects pods that README.md does not name: ", problems);
    difference(pods, selected, "README.md names pods that nothing selects: ", problems);
    groups(problems);
    namespaces(problems);
    assumptions(problems);
    return problems;
  }

  /** Nothing fails where these are missing: a policy selects no pods, a limit counts all as one. */
  private void assumptions(List<String> problems) {
    for (Map.Entry<String, String> assumed : ASSUMED.entrySet()) {
      if (!section.contains(assumed.getValue())
          && objects.all().stream().anyMatch(o -> o.toString().contains(assumed.getKey()))) {
        problems.add("README.md does not say " + assumed.getValue() + " for " + assumed.getKey());
      }
    }
  }

  /** Where objects are and no Namespace of ours is. */
  private void namespaces(List<String> problems) {
    Set<String> foreign = new TreeSet<>();
    objects.all().forEach(object -> foreign.add(ClusterObjects.namespace(object)));
    objects.ofKind("Namespace").forEach(namespace -> foreign.remove(name(namespace)));
    foreign.remove("");
    String needed = section.replaceAll("(?s).*these namespaces must exist[^:]*:|\\.\n.*", "");
    for (String namespace : foreign) {
      if (!needed.contains("`" + namespace + "`")) {
        problems.add("README.md does not say that namespace " + namespace + " must exist");
      }
    }
  }

  private static void difference(
      Set<String> some, Set<String> others, String fact, List<String> problems) {
    some.stream().filter(each -> !others.contains(each)).map(fact::concat).forEach(problems::add);
  }

  private void peers(
      JsonNode policy, Set<String> pods, Set<String> selected, List<String> problems) {
    List<JsonNode> peers = new ArrayList<>();
    policy.at("/spec/ingress").forEach(rule -> rule.path("from").forEach(peers::add));
    policy.at("/spec/egress").forEach(rule -> rule.path("to").forEach(peers::add));
    for (JsonNode peer : peers) {
      JsonNode namespaces = peer.path("namespaceSelector");
      Map<String, String> labels = texts(peer.at("/podSelector/matchLabels"));
      if (namespaces.isMissingNode() || selectsOwn(namespaces)) {
        continue;
      }
      String namespace = texts(namespaces.path("matchLabels")).get(NAME_LABEL);
      boolean inexact = !peer.has("podSelector") && !pods.contains(namespace + " every pod");
      if (namespace == null || inexact || (peer.has("podSelector") && labels.isEmpty())) {
        problems.add(display(policy) + " names a peer inexactly: " + peer);
      } else {
        selected.add(labels.isEmpty() ? namespace + " every pod" : row(namespace, labels));
      }
    }
  }

  /** Pods, or Services of that label, that Prometheus is told to scrape. */
  private void watched(JsonNode monitor, Set<String> selected) {
    for (JsonNode namespace : monitor.at("/spec/namespaceSelector/matchNames")) {
      if (objects.ofKind("Namespace").stream()
          .noneMatch(n -> namespace.asString("").equals(name(n)))) {
        selected.add(row(namespace.asString(""), texts(monitor.at("/spec/selector/matchLabels"))));
      }
    }
  }

  private static String row(String namespace, Map<String, String> labels) {
    List<String> pairs = new ArrayList<>();
    labels.forEach((label, value) -> pairs.add(label + "=" + value));
    return namespace + " `" + String.join(",", pairs) + "`";
  }

  /** Whether a selector is about namespaces of the output: one by name, or tenants' by label. */
  private boolean selectsOwn(JsonNode namespaces) {
    JsonNode expressions = namespaces.path("matchExpressions");
    return expressions.isEmpty()
        ? objects.ofKind("Namespace").stream().anyMatch(n -> objects.selects(namespaces, name(n)))
        : expressions.path(0).path("key").asString("").startsWith("tenantsmith.io/");
  }

  private void groups(List<String> problems) {
    Set<String> used = new TreeSet<>();
    for (JsonNode object : objects.all()) {
      String version = object.path("apiVersion").asString("");
      String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
      used.add(
          object.path("kind").asString("").equals("HorizontalPodAutoscaler")
              ? "metrics.k8s.io"
              : group);
    }
    Set<String> named = new TreeSet<>();
    for (List<String> row : table("| what | whose objects are here |")) {
      named.addAll(List.of(row.get(1).replace("`", "").split(", ")));
    }
    for (String group : used) {
      String file = SYNC.get(group);
      boolean known =
          BUILT_IN.contains(group)
              || named.contains(group)
              || (file != null && section.contains(file));
      if (!known) {
        problems.add("README.md does not say who brings " + group);
      }
    }
    named.stream()
        .filter(group -> !used.contains(group) && !group.equals("metrics.k8s.io"))
        .forEach(group -> problems.add("README.md asks for " + group + ", which nothing uses"));
  }

  /** Prefixes of the series that the section asks for, without {@code _*}. */
  public Set<String> series() {
    Set<String> prefixes = new TreeSet<>();
    for (List<String> row : table("| series | of |")) {
      prefixes.add(row.get(0).replace("`", "").replace("_*", ""));
    }
    return prefixes;
  }

  /** The rows of the table with that head. */
  private List<List<String>> table(String head) {
    List<List<String>> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : section.split("\n", -1)) {
      inside = line.startsWith(head) || (inside && line.startsWith("|"));
      if (inside && !line.startsWith(head) && !line.startsWith("|---")) {
        rows.add(List.of(line.substring(2).split(" \\| ", -1)));
      }
    }
    return rows;
  }
}
