package io.tenantsmith.patch;

import io.tenantsmith.objects.FieldChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fields that the API server, or the webhook of an operator, never changes in an object that is
 * there. What is rendered gets a new name where one of them moves; a patch cannot give one. Those
 * that {@link Boundaries} keeps from patches anyway are not repeated.
 */
final class FixedFields {

  private static final Map<String, List<List<String>>> BY_KIND =
      Map.of(
          "Job", below("template", "completions"),
          "MariaDB", below("rootPasswordSecretKeyRef", "timeZone", "database", "username"),
          "PhysicalBackup",
              List.of(
                  List.of("spec", "schedule", "cron"),
                  List.of("spec", "storage"),
                  List.of("spec", "stagingStorage"),
                  List.of("spec", "mariaDbRef")),
          "PointInTimeRecovery", below("compression"));

  private FixedFields() {}

  /** The first change of such a field; empty if there is none. */
  static Optional<String> changed(String kind, List<FieldChange> changes) {
    return changes.stream()
        .filter(change -> isFixed(kind, change))
        .map(FieldChange::display)
        .findFirst();
  }

  /** An object that is made immutable never follows the next commit. */
  private static boolean isFixed(String kind, FieldChange change) {
    return change.isBelow("immutable")
        || BY_KIND.getOrDefault(kind, List.of()).stream()
            .anyMatch(path -> change.isBelow(path.toArray(String[]::new)));
  }

  private static List<List<String>> below(String... fields) {
    return List.of(fields).stream().map(field -> List.of("spec", field)).toList();
  }
}
