package io.tenantsmith.planning.danger;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.objects.FieldChange;
import io.tenantsmith.objects.Node;
import io.tenantsmith.objects.ObjectDiff;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Pods of a workload that are replaced.
 *
 * @param path the first field that makes it so
 * @param gap whether there is a time when none answers
 * @param text how it goes
 */
record Rollout(Pair pair, List<String> path, boolean gap, String text) {

  private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet");

  /** Fields of a MariaDB that are none of its pods'. */
  private static final Set<String> BESIDE_PODS =
      Set.of(
          "connection",
          "database",
          "maintenance",
          "maxScaleRef",
          "metrics",
          "passwordSecretKeyRef",
          "podDisruptionBudget",
          "pointInTimeRecoveryRef",
          "primaryConnection",
          "primaryService",
          "replicas",
          "replicasAllowEvenNumber",
          "rootPasswordSecretKeyRef",
          "secondaryConnection",
          "secondaryService",
          "service",
          "storage",
          "suspend",
          "updateStrategy",
          "username");

  /** Parts of a replication that are told to the server, or serve new instances only. */
  private static final Set<String> BESIDE_REPLICAS = Set.of("primary", "replica");

  /** Rollouts of workloads that run before and afterwards. */
  static Stream<Rollout> of(Comparison comparison) {
    return comparison.pairs().stream()
        .filter(Pair::isChanged)
        .flatMap(pair -> of(pair, comparison).stream());
  }

  private static Optional<Rollout> of(Pair pair, Comparison comparison) {
    boolean database = pair.isOf("MariaDB");
    if (!database && !WORKLOADS.contains(pair.name().kind())) {
      return Optional.empty();
    }
    int old = least(pair, pair.before(), comparison.before());
    int now = least(pair, pair.after(), comparison.after());
    Optional<List<String>> path = database ? ofDatabase(pair) : ofTemplate(pair);
    if (path.isEmpty() || old == 0 || now == 0) {
      return Optional.empty();
    }
    return Optional.of(
        database
            ? database(pair, path.get(), Math.min(old, now))
            : workload(pair, path.get(), Math.min(old, now), comparison));
  }

  private static Optional<List<String>> ofTemplate(Pair pair) {
    return first(pair, "template", change -> true);
  }

  private static Optional<List<String>> ofDatabase(Pair pair) {
    Node strategy = pair.after().at("spec", "updateStrategy", "type");
    return strategy.is("OnDelete") || strategy.is("Never")
        ? Optional.empty()
        : first(pair, "", Rollout::isOfPods);
  }

  private static boolean isOfPods(FieldChange change) {
    List<String> path = change.path();
    if (path.size() < 2 || BESIDE_PODS.contains(path.get(1))) {
      return false;
    }
    boolean replication = path.get(1).equals("replication") && path.size() > 2;
    return !replication || !BESIDE_REPLICAS.contains(path.get(2));
  }

  private static Optional<List<String>> first(
      Pair pair, String below, Predicate<FieldChange> counts) {
    Map<String, Object> before = Objects.requireNonNull(pair.object().before());
    Map<String, Object> after = Objects.requireNonNull(pair.object().after());
    return ObjectDiff.between(pair.name().kind(), before, after).stream()
        .filter(change -> change.isBelow("spec"))
        .filter(change -> below.isEmpty() || change.isBelow("spec", below))
        .filter(counts)
        .map(FieldChange::path)
        .findFirst();
  }

  private static Rollout database(Pair pair, List<String> path, int count) {
    return count == 1
        ? new Rollout(
            pair,
            path,
            true,
            "its one instance stops and starts again, and nobody answers meanwhile")
        : new Rollout(
            pair,
            path,
            false,
            "its "
                + count
                + " instances restart one after the other"
                + (pair.after().at("spec", "updateStrategy", "type").is("ReplicasFirstPrimaryLast")
                    ? ", the primary last: writes wait for the switch-over"
                    : ""));
  }

  private static Rollout workload(Pair pair, List<String> path, int count, Comparison comparison) {
    Node spec = pair.after().get("spec");
    if (pair.isOf("Deployment")) {
      int most = Math.max(count, scaler(pair, comparison.after(), "maxReplicas", count));
      String pods = most == count ? pods(count) : "its " + count + " to " + most + " pods are";
      return deployment(pair, path, count, pods, spec.get("strategy"));
    }
    if (spec.at("updateStrategy", "type").is("OnDelete")) {
      return new Rollout(pair, path, false, "its pods are replaced when somebody deletes them");
    }
    if (pair.isOf("DaemonSet")) {
      return new Rollout(
          pair, path, false, "the pod of each node is replaced, one after the other");
    }
    return count == 1
        ? new Rollout(
            pair,
            path,
            true,
            "its one pod is stopped before the new one starts, and nobody answers meanwhile")
        : new Rollout(pair, path, false, pods(count) + " replaced one after the other");
  }

  private static String pods(int count) {
    return count == 1 ? "its one pod is" : "its " + count + " pods are";
  }

  private static Rollout deployment(
      Pair pair, List<String> path, int count, String pods, Node strategy) {
    if (strategy.get("type").is("Recreate")) {
      String text = pods + " stopped before new ones start (Recreate): nobody answers meanwhile";
      return new Rollout(pair, path, true, text);
    }
    int missing = Share.of(strategy.at("rollingUpdate", "maxUnavailable"), count, false);
    int surge = Share.of(strategy.at("rollingUpdate", "maxSurge"), count, true);
    // Kubernetes takes one away where neither may be.
    int away = missing == 0 && surge == 0 ? 1 : missing;
    if (away >= count) {
      String text = pods + " replaced, and none may be ready meanwhile (maxUnavailable)";
      return new Rollout(pair, path, true, text);
    }
    String ready =
        pods.equals(pods(1)) ? " once the new one is ready" : ", each once a new one is ready";
    String how = away == 0 ? ready : ", " + away + " missing at a time";
    return new Rollout(pair, path, false, pods + " replaced" + how);
  }

  /** The fewest pods that it has while it is in order. */
  static int least(Pair pair, Node root, List<ObjectValues> objects) {
    Node replicas = root.at("spec", "replicas");
    if (!replicas.isMissing() || !pair.isOf("Deployment")) {
      return replicas.numberOr(1);
    }
    return scaler(pair, objects, "minReplicas", 1);
  }

  /** A number of the autoscaler that leads a Deployment. */
  private static int scaler(Pair pair, List<ObjectValues> objects, String field, int otherwise) {
    return objects.stream()
        .filter(object -> object.kind().equals("HorizontalPodAutoscaler"))
        .filter(object -> object.namespace().equals(pair.name().namespace()))
        .filter(object -> object.spec().at("scaleTargetRef", "name").is(pair.name().name()))
        .map(object -> object.spec().get(field).numberOr(otherwise))
        .findFirst()
        .orElse(otherwise);
  }
}
