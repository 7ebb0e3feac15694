package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.engine.PlanNote;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.output.ChangeSink;
import io.tenantsmith.plan.Baseline;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.planning.AlikeTenants;
import io.tenantsmith.planning.RenderedSide;
import io.tenantsmith.planning.RunPlanning;
import io.tenantsmith.planning.Side;
import io.tenantsmith.planning.side.OldSide;
import io.tenantsmith.rule.ClusterLoad;
import io.tenantsmith.run.ComparedFleet;
import io.tenantsmith.run.Contributors;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.run.OneTenant;
import io.tenantsmith.run.SettledFleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The plan of a run that renders and compares, said beside its work and never in its way: where it
 * cannot be made, the run goes on and says why.
 *
 * @param contributors those that the run renders with
 * @param alike hears what the run compares
 */
record RunPlan(
    Session session, SettledFleet settled, Contributors contributors, AlikeTenants alike) {

  private static final Baseline UNKNOWN =
      new Baseline(Baseline.Kind.NOTHING, "", "", "", "", "it could not be read");

  /** What the run compares with. */
  @FunctionalInterface
  interface Opening {
    OldSide open() throws IOException;
  }

  /**
   * What is known of the inputs.
   *
   * @param commit their commit as {@link FleetPlan#commit()} has it
   * @param loads what tenants request of each cluster; none if nobody asks
   */
  record Inputs(LoadedFleet loaded, String commit, List<ClusterLoad> loads) {

    /** Copies the list. */
    Inputs {
      loads = List.copyOf(loads);
    }
  }

  /** A plan of a run whose changes go to a sink. */
  static RunPlan of(Session session, SettledFleet settled, ChangeSink sink) {
    return new RunPlan(session, settled, new Contributors(), new AlikeTenants(sink, settled));
  }

  /** Makes it; empty if no file differs, or if the run refuses what it found. */
  Optional<PlanNote> note(ComparedFleet compared, Inputs inputs, Opening base) {
    if (compared.isRefused() || compared.plan().isEmpty()) {
      return Optional.empty();
    }
    RunPlanning planning = new RunPlanning(settled, compared.plan(), alike);
    RunPlanning.Limits limits =
        new RunPlanning.Limits(changes -> Plan.used(settled.fleet(), changes), inputs.loads());
    if (settled.published().lines().isEmpty()) {
      Baseline nothing = new Baseline(Baseline.Kind.NOTHING, "", "", "", "", null);
      return Optional.of(new PlanNote(planning.counted(inputs.commit(), nothing, limits), null));
    }
    try {
      return Optional.of(
          new PlanNote(
              planning.make(inputs.commit(), sides(inputs, base), limits, Progress.NONE), null));
    } catch (IOException | RuntimeException e) {
      // Also a mistake of the planner is no reason not to do what was asked for.
      return Optional.of(failed(planning.counted(inputs.commit(), UNKNOWN, limits), cause(e)));
    }
  }

  private static IOException cause(Exception found) {
    if (found instanceof IOException known) {
      return known;
    }
    return found instanceof UncheckedIOException && found.getCause() instanceof IOException cause
        ? cause
        : new IOException("tenantsmith made a mistake", found);
  }

  private PlanNote failed(FleetPlan counted, IOException cause) {
    session.causes().accept(cause);
    return new PlanNote(counted, DiskWords.withPlace(cause));
  }

  private RunPlanning.Sides sides(Inputs inputs, Opening base) throws IOException {
    RenderedSide now = new RenderedSide(settled, contributors, session.surroundings().processors());
    OldSide old = base.open();
    Side before = old.side(now, contributors);
    OneTenant renderer = new OneTenant(old.follows(), settled.tenants(), contributors);
    return new RunPlanning.Sides(
        old.baseline(), before, now, Plan.inputs(old, before, inputs.loaded(), renderer));
  }
}
