package io.tenantsmith.rule;

import io.tenantsmith.lifecycle.Step;
import java.util.Locale;
import java.util.Optional;

/** The command that writes a step into a tenant's file, to be pasted. */
final class StepCommand {

  private StepCommand() {}

  /** As the users of both fronts type it; empty where a file is added or removed instead. */
  static Optional<String> of(Step step, String tenant) {
    return switch (step) {
      case ADD, ADD_SUSPENDED, REMOVE -> Optional.empty();
      case SUSPEND, ERASE -> typed("offboard %1$s", "offboard -Dtenantsmith.tenant=%1$s", tenant);
      case RETAIN ->
          typed(
              "offboard %1$s --until DATE",
              "offboard -Dtenantsmith.tenant=%1$s -Dtenantsmith.until=DATE", tenant);
      case RELEASE ->
          typed(
              "offboard %1$s --confirm %1$s",
              "offboard -Dtenantsmith.tenant=%1$s -Dtenantsmith.confirm=%1$s", tenant);
      case REPAIR ->
          typed(
              "offboard %1$s --to erasing --confirm %1$s",
              "offboard -Dtenantsmith.tenant=%1$s -Dtenantsmith.to=erasing -Dtenantsmith.confirm=%1$s",
              tenant);
      case RESUME, RESTORE -> typed("restore %1$s", "restore -Dtenantsmith.tenant=%1$s", tenant);
      case RESTORE_SUSPENDED ->
          typed(
              "restore %1$s --to suspended",
              "restore -Dtenantsmith.tenant=%1$s -Dtenantsmith.to=suspended", tenant);
      case KEEP ->
          typed(
              "restore %1$s --until DATE",
              "restore -Dtenantsmith.tenant=%1$s -Dtenantsmith.until=DATE", tenant);
    };
  }

  private static Optional<String> typed(String launcher, String maven, String tenant) {
    String both = "tenantsmith " + launcher + " (mvn tenantsmith:" + maven + ")";
    return Optional.of(String.format(Locale.ROOT, both, tenant));
  }
}
