package io.tenantsmith.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code check}.
 *
 * @param output the output folder, relative to the fleet's root
 * @param files what {@code generate} would do
 */
public record CheckResult(
    FleetSize fleet, String output, Rendering rendering, FileChanges files, Differences differences)
    implements FleetResult {

  @Override
  public CommandName command() {
    return CommandName.CHECK;
  }

  @Override
  public <T> T printedBy(Printer<T> printer) {
    return printer.checked(this);
  }

  /** Whether the output is current. */
  public boolean current() {
    return differences.current();
  }

  /**
   * How the output differs.
   *
   * @param current whether it does not
   * @param tenants the rendered tenants, sorted by id
   * @param removed ids of tenants that would leave the output
   * @param steps what becomes of tenants whose state would change, by id
   * @param plan what that would mean for the tenants; null if no file differs, or if something is
   *     in the way
   */
  public record Differences(
      boolean current,
      List<GenerateResult.TenantFiles> tenants,
      List<String> removed,
      List<StepPlan> steps,
      @Nullable PlanNote plan) {

    /** Copies the lists. */
    public Differences {
      tenants = List.copyOf(tenants);
      removed = List.copyOf(removed);
      steps = List.copyOf(steps);
    }

    /** What it would mean for the tenants; empty if nothing of that is known. */
    public Optional<PlanNote> planned() {
      return Optional.ofNullable(plan);
    }
  }
}
