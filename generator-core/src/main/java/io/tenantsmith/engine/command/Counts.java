package io.tenantsmith.engine.command;

import io.tenantsmith.engine.CommandResult;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.output.Plan;
import io.tenantsmith.run.ComparedFleet;
import io.tenantsmith.run.LoadedFleet;

/** Converts the counts of stages to those of results. */
final class Counts {

  private Counts() {}

  static CommandResult.FleetSize fleet(int tenants, LoadedFleet loaded, Fleet fleet) {
    return new CommandResult.FleetSize(
        tenants, loaded.workspace().tiers().size(), fleet.clusters().size());
  }

  /** The size of a fleet that could be bound. */
  static CommandResult.FleetSize fleet(LoadedFleet loaded) {
    Fleet fleet = loaded.workspace().fleet();
    return new CommandResult.FleetSize(
        loaded.workspace().tenants().size(),
        loaded.workspace().tiers().size(),
        fleet == null ? 0 : fleet.clusters().size());
  }

  static CommandResult.Rendering rendering(ComparedFleet compared, Stopwatch watch) {
    return new CommandResult.Rendering(compared.objects(), compared.files(), watch.text());
  }

  static CommandResult.FileChanges files(Plan.FileCounts files) {
    return new CommandResult.FileChanges(
        files.created(), files.changed(), files.removed(), files.unchanged());
  }
}
