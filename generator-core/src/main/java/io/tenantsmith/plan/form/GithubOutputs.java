package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.FleetPlan;
import java.util.stream.Collectors;

/**
 * What GitHub Actions gets to know of a plan: a summary of the step, and outputs for later steps.
 * Outputs hold no text of the inputs, so none can add one.
 */
public final class GithubOutputs {

  private GithubOutputs() {}

  /** What is added to the file that {@code GITHUB_STEP_SUMMARY} names. */
  public static String summary(FleetPlan plan, FileNames names) {
    return PlanMarkdown.of(plan, names);
  }

  /**
   * What is added to the file that {@code GITHUB_OUTPUT} names: {@code changes}, the number of
   * tenants and of shared places that change, and {@code dangers}, the kinds of dangers as JSON
   * names them, worst first, with commas between them.
   */
  public static String outputs(FleetPlan plan) {
    return "changes=" + changes(plan) + "\ndangers=" + dangers(plan) + "\n";
  }

  private static long changes(FleetPlan plan) {
    return plan.groups().stream()
        .mapToLong(group -> group.scope().shared() ? 1 : group.tenants().size())
        .sum();
  }

  private static String dangers(FleetPlan plan) {
    return plan.groups().stream()
        .map(ChangeGroup::dangers)
        .flatMap(dangers -> dangers.stream().map(danger -> danger.kind()))
        .distinct()
        .sorted()
        .map((DangerKind kind) -> ChangeJson.word(kind))
        .collect(Collectors.joining(","));
  }
}
