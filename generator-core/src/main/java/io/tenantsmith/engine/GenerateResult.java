package io.tenantsmith.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code generate} did.
 *
 * @param written null if something was in the way, so that nothing was written
 */
public record GenerateResult(FleetSize fleet, @Nullable Writing written) implements FleetResult {

  @Override
  public CommandName command() {
    return CommandName.GENERATE;
  }

  @Override
  public <T> T printedBy(Printer<T> printer) {
    return printer.generated(this);
  }

  /** What was written, if anything was. */
  public Optional<Writing> writing() {
    return Optional.ofNullable(written);
  }

  /**
   * What was written.
   *
   * @param output the output folder, relative to the fleet's root
   * @param tenants the rendered tenants, sorted by id
   * @param removed ids of tenants that left the output
   * @param steps what becomes of tenants whose state changed, by id
   * @param plan what that means for the tenants; null if no file differs
   */
  public record Writing(
      String output,
      Rendering rendering,
      FileChanges files,
      List<TenantFiles> tenants,
      List<String> removed,
      List<StepPlan> steps,
      List<NextStep> next,
      @Nullable PlanNote plan) {

    /** Copies the lists. */
    public Writing {
      tenants = List.copyOf(tenants);
      removed = List.copyOf(removed);
      steps = List.copyOf(steps);
      next = List.copyOf(next);
    }

    /** What it means for the tenants; empty if no file differs. */
    public Optional<PlanNote> planned() {
      return Optional.ofNullable(plan);
    }
  }

  /**
   * One tenant.
   *
   * @param files number of files in its folder, tenant.json included
   * @param change what became of its manifests: new, changed or unchanged
   */
  public record TenantFiles(String id, String cluster, int files, int objects, String change) {}

  /**
   * How to bring a cluster's folder into the cluster.
   *
   * @param folder relative to the fleet's root
   * @param starters files in it that start a sync tool
   */
  public record NextStep(String cluster, String folder, List<String> starters) {

    /** Copies the list. */
    public NextStep {
      starters = List.copyOf(starters);
    }
  }
}
