package io.tenantsmith.patch;

import io.tenantsmith.objects.FieldChange;
import io.tenantsmith.objects.ImmutableField;
import io.tenantsmith.objects.ImmutableFields;
import java.util.List;
import java.util.Optional;

/**
 * Fields that nobody changes in an object that is there. What is rendered gets a new name where one
 * of them moves; a patch cannot give one.
 */
final class FixedFields {

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
        || ImmutableFields.of(kind).stream()
            .filter(field -> field.since() != ImmutableField.Since.MARKED)
            .anyMatch(field -> field.holds(change));
  }
}
