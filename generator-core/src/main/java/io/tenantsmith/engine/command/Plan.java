package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.PlanOptions;
import io.tenantsmith.engine.PlanOptions.Form;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.Tool;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.output.IndexReader;
import io.tenantsmith.plan.PlanLimits;
import io.tenantsmith.planning.ChangedInputs;
import io.tenantsmith.planning.FleetPlanning;
import io.tenantsmith.planning.RenderedSide;
import io.tenantsmith.planning.Side;
import io.tenantsmith.planning.cause.BaseFacts;
import io.tenantsmith.planning.side.BaseFinder;
import io.tenantsmith.planning.side.OldSide;
import io.tenantsmith.planning.side.Wanted;
import io.tenantsmith.publish.Guard;
import io.tenantsmith.publish.PublishTarget;
import io.tenantsmith.run.Contributors;
import io.tenantsmith.run.Inputs;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.run.OneTenant;
import io.tenantsmith.run.PatchDiagnostics;
import io.tenantsmith.run.SettledFleet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what the inputs would change: for whom, why and how dangerous it is. Writes nothing but the
 * files that are named.
 */
public record Plan(PlanOptions options) implements Command {

  @Override
  public Report run(Request request, Session session) {
    LoadedFleet loaded = new Inputs(request, session.progress(), List.of()).read();
    ReportDraft report = new ReportDraft(loaded);
    report.add(unknownForms(session));
    JudgedFleet judged = JudgedFleet.of(loaded, request.selection());
    report.add(judged.diagnostics());
    if (judged.isRefused() || report.hasErrors()) {
      report.add(PatchDiagnostics.beside(report.diagnostics(), judged));
      return report.refused();
    }
    try {
      return compared(new Work(request, session, loaded, judged), report);
    } catch (IOException e) {
      report.add(List.of(DiskDiagnostic.of(e, request)));
      return report.ended(DiskDiagnostic.outcome(e), null);
    }
  }

  /** What is planned with. */
  private record Work(Request request, Session session, LoadedFleet loaded, JudgedFleet judged) {
    Fleet fleet() {
      return judged.fleet().orElseThrow();
    }
  }

  private Report compared(Work work, ReportDraft report) throws IOException {
    OldSide.Found found = new BaseFinder(wanted(work)).find();
    report.add(found.diagnostics());
    if (found.found().isEmpty()) {
      return report.ended(found.outcome(), null);
    }
    try (OldSide base = found.found().get()) {
      Optional<SettledFleet> settled = report.taken(against(base, work), work.judged());
      if (settled.isEmpty()) {
        return report.refused();
      }
      Contributors contributors = new Contributors();
      RenderedSide now =
          new RenderedSide(settled.get(), contributors, work.session().surroundings().processors());
      Side before = base.side(now, contributors);
      FleetPlanning planning =
          new FleetPlanning(
              base.baseline(),
              before,
              now,
              inputs(
                  base,
                  before,
                  work.loaded(),
                  new OneTenant(base.follows(), settled.get().tenants(), contributors)),
              work.judged().loads(),
              changes -> used(work.fleet(), changes));
      return new PlanRun(planning, work.request(), work.session(), work.loaded())
          .report(options, report, found.outcome());
    }
  }

  /** What of the inputs differs from those of a base. */
  static ChangedInputs inputs(OldSide base, Side before, LoadedFleet loaded, OneTenant renderer) {
    BaseFacts facts =
        base.currentTree()
            .map(tree -> new BaseFacts(false, tree.index().tool(), before::isEdited))
            .orElseGet(() -> BaseFacts.renderedNow(Tool.nameAndVersion()));
    return base.oldInputs()
        .map(old -> ChangedInputs.of(old.loaded(), loaded, renderer, facts))
        .orElseGet(
            () ->
                base.baseline()
                    .unknownInputs()
                    .map(ChangedInputs::unknown)
                    .orElseGet(ChangedInputs::nothing));
  }

  /** How much of what a publish allows some changes use. */
  static List<PlanLimits.Guard> used(
      Fleet fleet, io.tenantsmith.output.Plan.TenantChanges changes) {
    return Guard.of(fleet).used(changes).stream()
        .map(use -> new PlanLimits.Guard(use.what(), use.used(), use.allowed(), use.lift()))
        .toList();
  }

  private Wanted wanted(Work work) {
    Optional<PublishTarget> target =
        new PublishPlace(options.base().target(), work.request(), work.session().front())
            .target(work.loaded(), work.fleet());
    return new Wanted(
        work.request(),
        options.base().given().orElse(""),
        work.judged(),
        target.orElse(null),
        new Wanted.Desk(work.session().front(), work.session().surroundings()));
  }

  /** The inputs against what they follow; what is live decides if it is the base. */
  private static Result<SettledFleet> against(OldSide base, Work work) {
    return switch (base.baseline().kind()) {
      case PUBLISHED ->
          work.judged()
              .against(base.follows(), base.follows().published("the tree that is published"));
      case OUTPUT, COMMIT, NOTHING -> {
        String output = work.request().folders().output();
        OutputHistory history =
            new OutputHistory(
                work.request(), work.session(), new IndexReader(output, Tool.nameAndVersion()));
        yield work.judged()
            .against(base.follows(), () -> history.published(Optional.of(work.fleet())));
      }
    };
  }

  private List<Diagnostic> unknownForms(Session session) {
    List<Diagnostic> unknown = new ArrayList<>();
    if (Form.named(options.view().form()).isEmpty()) {
      unknown.add(
          unknown(session, "form", options.view().form())
              .withHint("write one of " + String.join(", ", Form.labels())));
    }
    for (String file : options.files()) {
      if (Form.ofFile(file).isEmpty()) {
        unknown.add(
            unknown(session, "write", file)
                .withHint("end its name with one of " + String.join(", ", Form.endings())));
      }
    }
    return unknown;
  }

  private static Diagnostic unknown(Session session, String option, String word) {
    return Diagnostic.error(
        Code.PLN990,
        SourceRange.ofFile(session.front().option(option)),
        Quoted.quote(word) + " names no form of a plan");
  }
}
