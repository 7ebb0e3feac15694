package io.tenantsmith.planning.danger;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.Volume;
import io.tenantsmith.objects.Amount;
import io.tenantsmith.objects.Node;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.render.Labels;
import io.tenantsmith.steps.DataKinds;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What holds data, or makes what holds it, is no longer rendered. */
final class DataLoss implements DangerRule {

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    for (Pair pair : comparison.pairs()) {
      boolean inside = comparison.losesNamespace(pair.name().namespace());
      if (pair.isRemoved() && !inside && holdsData(pair) && !isTold(pair, comparison)) {
        report.accept(pair.danger(DangerKind.DATA_LOSS, lost(pair, comparison) + fate(pair)));
      } else if (pair.isChanged()) {
        retention(pair, report);
      }
    }
  }

  private static boolean holdsData(Pair pair) {
    return pair.isOf("Database")
        ? !pair.before().at("spec", "cleanupPolicy").is("Skip")
        : DataKinds.holds(pair.before());
  }

  /** Whether it is a Secret that is told of as what makes it. */
  private static boolean isTold(Pair pair, Comparison comparison) {
    return pair.isOf("Secret")
        && comparison.pairs("ExternalSecret").stream()
            .anyMatch(
                maker ->
                    maker.isRemoved()
                        && maker.name().name().equals(pair.name().name())
                        && maker.name().namespace().equals(pair.name().namespace()));
  }

  private static String lost(Pair pair, Comparison comparison) {
    Node spec = pair.before().get("spec");
    return switch (pair.name().kind()) {
      case "Namespace" -> namespace(pair.name().name(), comparison);
      case "PersistentVolumeClaim" ->
          "the volume of " + spec.at("resources", "requests", "storage").text();
      case "MariaDB" -> database(spec);
      case "Database" -> "the schema with its tables";
      case "ExternalSecret" -> "a generated Secret, whose value nobody else has,";
      default -> "a Secret";
    };
  }

  private static String database(Node spec) {
    boolean kept = spec.at("storage", "pvcRetentionPolicy", "whenDeleted").is("Retain");
    int count = spec.get("replicas").numberOr(1);
    String volumes =
        (count == 1 ? "its volume of " : "its " + count + " volumes of ")
            + spec.at("storage", "size").text();
    return kept
        ? "the database, whose volumes stay (" + volumes + "),"
        : "the database with " + volumes;
  }

  private static String namespace(String name, Comparison comparison) {
    List<ObjectValues> own =
        comparison.before().stream().filter(object -> object.namespace().equals(name)).toList();
    Amount size = Amount.ZERO;
    int volumes = 0;
    for (Volume volume : Volume.of(own)) {
      Amount one = Amount.of(volume.size());
      if (one != null && !volume.source().kind().equals("PhysicalBackup")) {
        size = size.plus(one.times(volume.count()));
        volumes += volume.count();
      }
    }
    long secrets =
        own.stream()
            .filter(
                object -> object.kind().equals("ExternalSecret") && DataKinds.holds(object.root()))
            .count();
    return "the namespace with all that is in it ("
        + Count.of(volumes, "volume")
        + " of "
        + size.binary()
        + " in total, "
        + Count.of(secrets, "generated Secret")
        + ", and what operators made there)";
  }

  private static String fate(Pair pair) {
    Node annotations = pair.before().at("metadata", "annotations");
    Map<String, String> marks = Labels.noPrune();
    boolean kept =
        marks.entrySet().stream()
            .allMatch(mark -> annotations.get(mark.getKey()).is(mark.getValue()));
    return kept
        ? " is no longer rendered; its mark against pruning keeps it until somebody deletes it"
        : " is deleted";
  }

  /** A volume that outlived its pods no longer does. */
  private static void retention(Pair pair, Consumer<Danger> report) {
    String field =
        pair.isOf("MariaDB") ? "pvcRetentionPolicy" : "persistentVolumeClaimRetentionPolicy";
    Node after = pair.after().get("spec");
    Node before = pair.before().get("spec");
    if (pair.isOf("MariaDB")) {
      after = after.get("storage");
      before = before.get("storage");
    }
    for (String when : List.of("whenDeleted", "whenScaled")) {
      Node now = after.at(field, when);
      if (now.is("Delete") && !before.at(field, when).is("Delete")) {
        String event = when.equals("whenDeleted") ? "it is deleted" : "it has fewer instances";
        report.accept(
            pair.danger(DangerKind.DATA_LOSS, now, "its volumes are deleted as soon as " + event));
      }
    }
  }
}
