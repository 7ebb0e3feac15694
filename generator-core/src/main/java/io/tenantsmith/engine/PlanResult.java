package io.tenantsmith.engine;

import io.tenantsmith.engine.PlanOptions.Form;
import io.tenantsmith.plan.FleetPlan;
import java.util.List;

/**
 * The result of {@code plan}.
 *
 * @param plan what would change
 * @param steps what becomes of tenants whose state changes, by id
 * @param shown in which form it is shown, and how much of it
 * @param files where it was written, as they were named
 */
public record PlanResult(
    FleetSize fleet,
    FleetPlan plan,
    List<StepPlan> steps,
    PlanOptions.View shown,
    List<String> files)
    implements FleetResult {

  /** Copies the lists. */
  public PlanResult {
    steps = List.copyOf(steps);
    files = List.copyOf(files);
  }

  @Override
  public CommandName command() {
    return CommandName.PLAN;
  }

  @Override
  public <T> T printedBy(Printer<T> printer) {
    return printer.planned(this);
  }

  /** In which form it is shown. */
  Form form() {
    return Form.named(shown.form()).orElse(Form.TEXT);
  }
}
