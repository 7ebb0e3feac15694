package io.tenantsmith.engine.command;

import io.tenantsmith.engine.CommandResult;
import io.tenantsmith.engine.GenerateResult;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.output.IndexLine;
import io.tenantsmith.output.Plan;
import io.tenantsmith.run.ComparedFleet;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.run.SettledFleet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

  /** The rendered tenants, each with what becomes of its manifests. */
  static List<GenerateResult.TenantFiles> tenants(SettledFleet settled, Plan plan) {
    Set<String> rendered = new HashSet<>();
    settled.selected().forEach(tenant -> rendered.add(tenant.id().value()));
    Set<String> added = Set.copyOf(plan.tenants().added());
    Set<String> changed = Set.copyOf(plan.tenants().changed());
    List<GenerateResult.TenantFiles> tenants = new ArrayList<>();
    for (IndexLine line : plan.next().lines()) {
      if (rendered.contains(line.id())) {
        String change = changed.contains(line.id()) ? "changed" : "unchanged";
        tenants.add(tenant(line, added.contains(line.id()) ? "new" : change));
      }
    }
    return tenants;
  }

  private static GenerateResult.TenantFiles tenant(IndexLine line, String change) {
    return new GenerateResult.TenantFiles(
        line.id(),
        line.tenant().cluster(),
        line.rendered().map(facts -> facts.files()).orElse(0),
        line.rendered().map(facts -> facts.objects()).orElse(0),
        change);
  }
}
