package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.engine.CommandResult;
import io.tenantsmith.engine.FleetPaths;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.PlanNote;
import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.PublishResult;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.StepPlan;
import io.tenantsmith.engine.Tool;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.HandEdits;
import io.tenantsmith.output.IndexReader;
import io.tenantsmith.output.Plan;
import io.tenantsmith.output.Planner;
import io.tenantsmith.plan.form.PlanMarkdown;
import io.tenantsmith.planning.side.ComparedTree;
import io.tenantsmith.planning.side.Wanted;
import io.tenantsmith.publish.Publication;
import io.tenantsmith.publish.PublishAttempt;
import io.tenantsmith.publish.PublishTarget;
import io.tenantsmith.publish.Published;
import io.tenantsmith.run.ComparedFleet;
import io.tenantsmith.run.DataWatch;
import io.tenantsmith.run.FleetRenderer;
import io.tenantsmith.run.Inputs;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.run.PatchDiagnostics;
import io.tenantsmith.run.SettledFleet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks, renders, commits the tree and pushes it: the inputs are judged once, and compared with
 * every base that an attempt finds on the branch.
 */
public record Publish(PublishOptions options) implements Command {

  @Override
  public Report run(Request request, Session session) {
    LoadedFleet loaded = new Inputs(request, session.progress(), List.of()).read();
    ReportDraft report = new ReportDraft(loaded);
    report.add(faults(request, session, loaded));
    if (report.hasErrors()) {
      // Judging takes longest, and nothing of it could be published.
      return report.refused();
    }
    JudgedFleet judged = JudgedFleet.of(loaded, request.selection());
    report.add(judged.diagnostics());
    if (judged.isRefused()) {
      report.add(PatchDiagnostics.beside(report.diagnostics(), judged));
      return report.refused();
    }
    Fleet fleet = judged.fleet().orElseThrow();
    CommandResult.FleetSize size = Counts.fleet(judged.tenants().size(), loaded, fleet);
    PublishTarget target = place(request, session).target(loaded, fleet).orElseThrow();
    Attempts attempts = publish(new Work(request, session, loaded, judged), target);
    report.add(attempts.end().diagnostics());
    report.add(attempts.certificates().diagnostics());
    return attempts
        .end()
        .value()
        .map(end -> report.ended(outcome(end), new PublishResult(size, push(end, attempts))))
        .orElseGet(report::refused);
  }

  /** What is wrong with the place to publish to; mistakes of the files are all said together. */
  private List<Diagnostic> faults(Request request, Session session, LoadedFleet loaded) {
    Fleet fleet = loaded.workspace().fleet();
    return fleet == null || loaded.diagnostics().stream().anyMatch(Diagnostic::isError)
        ? List.of()
        : place(request, session)
            .target(loaded, fleet)
            .map(PublishTarget::faults)
            .orElseGet(() -> List.of(PublishPlace.nowhere(request)));
  }

  private PublishPlace place(Request request, Session session) {
    return new PublishPlace(options, request, session.front());
  }

  /**
   * How a publish ended.
   *
   * @param said what the last attempt says of what it changes
   */
  private record Attempts(Result<Published> end, Said said, Certificates certificates) {}

  /** What is published, and by whom. */
  private record Work(Request request, Session session, LoadedFleet loaded, JudgedFleet judged) {

    Wanted wanted() {
      Wanted.Desk desk = new Wanted.Desk(session.front(), session.surroundings());
      return new Wanted(request, Wanted.PUBLISHED, judged, null, desk);
    }
  }

  /**
   * What an attempt says of what it changes.
   *
   * @param plan null if nothing was compared, or if nothing changes
   */
  private record Said(List<StepPlan> steps, @Nullable PlanNote plan) {

    /** An attempt that compared nothing. */
    static final Said NOTHING = new Said(List.of(), null);
  }

  private static Attempts publish(Work work, PublishTarget target) {
    Session session = work.session();
    Said said = Said.NOTHING;
    try (Publication publication = Publication.open(target, session.surroundings())) {
      try {
        Optional<PublishAttempt> attempt = publication.next();
        while (attempt.isPresent()) {
          said = render(work, attempt.get());
          attempt = publication.next();
        }
      } catch (IOException e) {
        publication.failed(e);
      }
      publication.causes().forEach(session.causes());
      return new Attempts(publication.end(), said, certificates(publication, target));
    }
  }

  /** The certificates of those whose removal was pushed. */
  private static Certificates certificates(Publication publication, PublishTarget target) {
    List<String> removed =
        publication.end().value().map(end -> end.tenants().removed()).orElse(List.of());
    return Certificates.write(publication, target, removed, target.origin().folder());
  }

  /** Renders against what the branch holds now. */
  private static Said render(Work work, PublishAttempt attempt) throws IOException {
    Result<CurrentTree> base =
        new IndexReader(attempt.treeName(), Tool.nameAndVersion()).read(attempt.base());
    if (base.value().isEmpty()) {
      attempt.refuse(base.diagnostics());
      return Said.NOTHING;
    }
    CurrentTree current = base.value().get();
    Result<SettledFleet> settled =
        work.judged()
            .against(current.index(), current.index().published("the tree that is published"));
    if (settled.value().isEmpty()) {
      attempt.note(PatchDiagnostics.beside(settled.diagnostics(), work.judged()));
      attempt.refuse(settled.diagnostics());
      return Said.NOTHING;
    }
    attempt.note(settled.diagnostics());
    return render(work, attempt, current, settled.value().get());
  }

  private static Said render(
      Work work, PublishAttempt attempt, CurrentTree current, SettledFleet settled)
      throws IOException {
    Session session = work.session();
    Planner.Terms terms =
        new Planner.Terms(attempt.treeName(), HandEdits.REFUSE_ON_BRANCH, settled.isPartial());
    DataWatch data = new DataWatch(attempt.sink());
    RunPlan plan = RunPlan.of(session, settled, data);
    ComparedFleet compared =
        new FleetRenderer(
                settled,
                plan.contributors(),
                session.progress(),
                session.surroundings().processors())
            .into(new Planner(current, plan.alike(), terms), StepCommits.of(attempt, session));
    attempt.note(compared.findings());
    Optional<PlanNote> note =
        plan.note(
            compared,
            new RunPlan.Inputs(work.loaded(), attempt.input(), work.judged().loads()),
            () -> ComparedTree.ofBranch(attempt, current, work.wanted()));
    attempt.commit(
        compared.plan(), data.found(compared, settled), note.map(n -> body(n, work)).orElse(""));
    return new Said(compared.steps(), note.orElse(null));
  }

  /** What the commit says of what it changes. */
  private static String body(PlanNote note, Work work) {
    return note.unknown()
        .map(why -> "What changes is not known: " + Quoted.line(why))
        .orElseGet(() -> PlanMarkdown.ofCommit(note.plan(), FleetPaths.of(work.request())));
  }

  private static PublishResult.Push push(Published end, Attempts attempts) {
    Plan.TenantChanges tenants = end.tenants();
    return new PublishResult.Push(
        PublishResult.Ending.valueOf(end.ending().name()),
        new PublishResult.Target(end.where().repository(), end.where().branch()),
        new PublishResult.Commits(
            end.commits().commit(),
            new PublishResult.Input(end.commits().input(), end.commits().dirtyFiles()),
            end.commits().publishedInput()),
        Counts.files(end.files()),
        new PublishResult.TenantChanges(
            tenants.added(),
            tenants.changed(),
            tenants.removed(),
            attempts.said().steps(),
            attempts.certificates().files(),
            attempts.said().plan()),
        attempts.end().diagnostics().stream()
            .filter(Diagnostic::isError)
            .map(diagnostic -> diagnostic.code().name())
            .filter(code -> code.startsWith("GRD"))
            .distinct()
            .toList());
  }

  private static Outcome outcome(Published end) {
    return switch (end.ending().kind()) {
      case DONE -> Outcome.DONE;
      case REFUSED -> Outcome.REFUSED;
      case GUARD -> Outcome.GUARD_REFUSED;
      case ENVIRONMENT -> Outcome.ENVIRONMENT_FAILED;
    };
  }
}
