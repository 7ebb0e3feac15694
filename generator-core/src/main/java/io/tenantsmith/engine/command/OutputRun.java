package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.engine.CommandResult.FleetSize;
import io.tenantsmith.engine.PlanNote;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.Tool;
import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.output.ChangeSink;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.HandEdits;
import io.tenantsmith.output.IndexReader;
import io.tenantsmith.output.OutputFolder;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.output.Planner;
import io.tenantsmith.planning.side.ComparedTree;
import io.tenantsmith.publish.Guard;
import io.tenantsmith.run.ComparedFleet;
import io.tenantsmith.run.DataWatch;
import io.tenantsmith.run.FleetRenderer;
import io.tenantsmith.run.Inputs;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.run.SettledFleet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What commands on the output folder have in common: a fleet without a mistake, and the folder as
 * it is now.
 */
record OutputRun(
    Request request, Session session, ReportDraft report, SettledFleet settled, Now now) {

  /** What a command does with it. */
  interface Work {
    Report on(OutputRun run) throws IOException;
  }

  /** The output folder, the inputs and the size of the fleet. */
  record Now(CurrentTree current, LoadedFleet loaded, FleetSize size) {}

  /**
   * A fleet that was compared with the folder.
   *
   * @param plan what that means for the tenants, made when somebody asks, which is before the
   *     folder changes; empty if no file differs, or if it is refused
   */
  record Compared(ComparedFleet fleet, Supplier<Optional<PlanNote>> plan) {}

  /** Stages 1 to 5, then the work; refused where there is an error. */
  static Report of(Request request, Session session, Work work) {
    return of(new Inputs(request, session.progress(), List.of()).read(), request, session, work);
  }

  /** The same of inputs that were read, which need not be those on the disk. */
  static Report of(LoadedFleet loaded, Request request, Session session, Work work) {
    ReportDraft report = new ReportDraft(loaded);
    try {
      IndexReader reader = new IndexReader(request.folders().output(), Tool.nameAndVersion());
      Result<CurrentTree> current = reader.read(OutputFolder.at(folder(request)));
      report.add(current.diagnostics());
      JudgedFleet judged = JudgedFleet.of(loaded, request.selection());
      report.add(judged.diagnostics());
      OutputHistory history = new OutputHistory(request, session, reader);
      Optional<SettledFleet> settled =
          report.taken(
              current
                  .value()
                  .map(tree -> against(tree, judged, history))
                  .orElseGet(() -> judged.against(OwnershipIndex.empty(), PublishedOutput.NONE)),
              judged);
      if (settled.isEmpty() || current.value().isEmpty()) {
        return report.refused();
      }
      SettledFleet fleet = settled.get();
      FleetSize size = Counts.fleet(fleet.tenants().size(), loaded, fleet.fleet());
      Now now = new Now(current.value().get(), loaded, size);
      return work.on(new OutputRun(request, session, report, fleet, now));
    } catch (IOException e) {
      report.add(List.of(DiskDiagnostic.of(e, request)));
      return report.ended(DiskDiagnostic.outcome(e), null);
    }
  }

  /** Stage 5 against the folder; where it is gone, against what the repository has of it. */
  private static Result<SettledFleet> against(
      CurrentTree current, JudgedFleet judged, OutputHistory history) {
    Optional<PublishedOutput> committed =
        current.hasIndex() ? Optional.empty() : history.committed();
    return committed
        .map(published -> judged.against(current.index(), published))
        .orElseGet(() -> judged.against(current.index(), () -> history.published(judged.fleet())));
  }

  /** Stages 6 and 7: differences go to the sink, diagnostics to the report. */
  Compared compare(ChangeSink sink, HandEdits handEdits) throws IOException {
    Planner.Terms terms = new Planner.Terms(outputName(), handEdits, settled.isPartial());
    DataWatch data = new DataWatch(sink);
    RunPlan plan = RunPlan.of(session, settled, data);
    ComparedFleet compared =
        new FleetRenderer(
                settled,
                plan.contributors(),
                session.progress(),
                session.surroundings().processors())
            .into(
                new Planner(current(), plan.alike(), terms),
                StepCommits.of(settled.fleet(), request, session));
    report.add(compared);
    if (!compared.isRefused()) {
      report.add(data.found(compared, settled).stream().map(Diagnostic::asWarning).toList());
      // said here while there is time to think
      report.add(Guard.of(settled.fleet()).foretold(compared.plan().tenants()));
    }
    RunPlan.Inputs inputs = new RunPlan.Inputs(now.loaded(), "", List.of());
    return new Compared(
        compared,
        () -> plan.note(compared, inputs, () -> ComparedTree.ofFolder(outputName(), current())));
  }

  CurrentTree current() {
    return now.current();
  }

  FleetSize fleetSize() {
    return now.size();
  }

  String outputName() {
    return request.folders().output();
  }

  Path outputFolder() {
    return folder(request);
  }

  Stopwatch stopwatch() {
    return new Stopwatch(session.surroundings());
  }

  private static Path folder(Request request) {
    return request.directory().resolve(request.folders().output());
  }
}
