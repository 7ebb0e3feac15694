package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.Volume;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.Labels;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Nothing deletes a volume that holds data, unless the tenant is released: its Namespace says so to
 * the admission policy. A claim that is rendered has the marks by which sync tools and that policy
 * know it; one that the database's operator makes is known by its label and must outlive database
 * and replica. What a backup is prepared on may go.
 */
final class ClaimProtectionRule implements OutputRule {

  private static final List<String> OF_RETENTION = List.of("whenDeleted", "whenScaled");

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    if (isReleased(output)) {
      return;
    }
    for (Volume volume : Volume.of(output.own())) {
      ObjectValues source = volume.source();
      switch (source.kind()) {
        case "PersistentVolumeClaim" -> marks(source, source.root(), report);
        case "StatefulSet" ->
            source
                .spec()
                .get("volumeClaimTemplates")
                .items()
                .forEach(template -> marks(source, template, report));
        case "MariaDB" -> retention(source, report);
        default -> {}
      }
    }
  }

  private static boolean isReleased(TenantOutput output) {
    return output.values().stream()
        .filter(object -> object.kind().equals("Namespace"))
        .anyMatch(
            object ->
                object
                    .root()
                    .at("metadata", "annotations", Labels.PREFIX + "erase")
                    .is(output.id()));
  }

  private static void marks(ObjectValues object, Node claim, Consumer<Finding> report) {
    Node annotations = claim.at("metadata", "annotations");
    for (Map.Entry<String, String> mark : Labels.noPrune().entrySet()) {
      Node stated = annotations.get(mark.getKey());
      if (!stated.is(mark.getValue())) {
        report.accept(
            Finding.of(
                object,
                Code.OBJ622,
                stated,
                "the claim of a volume without the mark that protects it",
                "give it the marks of Labels.noPrune"));
      }
    }
  }

  private static void retention(ObjectValues database, Consumer<Finding> report) {
    for (String when : OF_RETENTION) {
      Node stated = database.spec().at("storage", "pvcRetentionPolicy", when);
      if (!stated.is("Retain")) {
        report.accept(
            Finding.of(
                database,
                Code.OBJ622,
                stated,
                "volumes of the database would be deleted with their pods",
                "write Retain"));
      }
    }
  }
}
