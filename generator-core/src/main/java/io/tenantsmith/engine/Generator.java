package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.output.ExistingTree;
import io.tenantsmith.output.FolderWriter;
import io.tenantsmith.output.HandEdits;
import io.tenantsmith.output.IndexReader;
import io.tenantsmith.output.OutputFolder;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.output.Plan;
import io.tenantsmith.output.Planner;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The generator: reads a fleet, checks it, renders it, writes or publishes the tree. */
public final class Generator {

  private final Surroundings surroundings;
  private final Progress progress;

  /** A generator in these surroundings. */
  public Generator(Surroundings surroundings, Progress progress) {
    this.surroundings = surroundings;
    this.progress = progress;
  }

  /** Checks all inputs; writes nothing. */
  public Report validate(Request request) {
    return run(request, Generator::judgePatches);
  }

  /**
   * Checks, renders and writes the output folder.
   *
   * @param takeGenerated whether the generated state replaces hand edits
   */
  public Report generate(Request request, boolean takeGenerated) {
    HandEdits handEdits = takeGenerated ? HandEdits.OVERWRITE : HandEdits.REFUSE;
    return run(request, report -> write(request, handEdits, report));
  }

  /** Like generate, but writes nothing and finds fault with an output that is not current. */
  public Report check(Request request) {
    return run(request, report -> compare(request, report));
  }

  /**
   * Checks and renders into memory what is asked for. Nothing is written and no output is read: the
   * inputs alone decide.
   *
   * @param drafts tenants' files that are not on disk, or not with that text
   */
  public Rendition render(Request request, List<Rendition.Draft> drafts) {
    Assessment assessment = new Inputs(request, progress, drafts).read();
    RunReport report = new RunReport(assessment);
    Result<SettledFleet> settled =
        new Judgement(assessment, request.selection()).against(List.of());
    report.add(settled.diagnostics());
    if (settled.value().isEmpty()) {
      return new Rendition(report.refused(), List.of());
    }
    FleetTree tree = new FleetTree(settled.value().get(), new Contributors(), progress);
    List<Rendition.TenantFiles> tenants = tree.inMemory();
    List<Diagnostic> found = tree.diagnostics();
    report.add(found);
    return found.stream().anyMatch(Diagnostic::isError)
        ? new Rendition(report.refused(), List.of())
        : new Rendition(report.done(), tenants);
  }

  /** Checks, renders, commits the tree and pushes it. */
  public Report publish(Request request, PublishOptions options) {
    Assessment assessment = new Inputs(request, progress).read();
    return new Publication(surroundings, progress).run(request, options, assessment);
  }

  private Report run(Request request, Step step) {
    Assessment assessment = new Inputs(request, progress).read();
    RunReport report = new RunReport(assessment);
    try {
      Result<List<PublishedTenant>> previous = previous(request);
      Result<SettledFleet> settled =
          new Judgement(assessment, request.selection())
              .against(previous.value().orElse(List.of()));
      report.add(settled.diagnostics());
      report.add(previous.diagnostics());
      if (settled.value().isEmpty() || previous.value().isEmpty()) {
        return report.refused();
      }
      report.inputs(settled.value().get());
      return step.take(report.settled(settled.value().get()));
    } catch (IOException e) {
      return report.add(List.of(DiskMistake.of(e, request))).ended(DiskMistake.outcome(e));
    }
  }

  /** Renders tenants with patches only: those have to be seen together with their objects. */
  private static Report judgePatches(RunReport report) {
    List<Diagnostic> mistakes = PatchMistakes.of(report.settled());
    report.add(mistakes);
    return mistakes.stream().anyMatch(Diagnostic::isError) ? report.refused() : report.done();
  }

  private static Result<List<PublishedTenant>> previous(Request request) throws IOException {
    Result<OwnershipIndex> index =
        new IndexReader(request.folders().output()).read(OutputFolder.at(output(request)));
    return index
        .value()
        .map(i -> Result.of(i.tenants()))
        .orElseGet(() -> Result.failed(index.diagnostics()));
  }

  private Report write(Request request, HandEdits handEdits, RunReport report) throws IOException {
    FleetTree tree = new FleetTree(report.settled(), new Contributors(), progress);
    Stopwatch watch = new Stopwatch(surroundings);
    try (FolderWriter writer = new FolderWriter(output(request))) {
      ExistingTree existing = OutputFolder.at(output(request));
      Result<Plan> plan =
          new Planner(handEdits, request.folders().output()).plan(existing, tree, writer);
      if (!report.accepts(plan)) {
        return report.refused();
      }
      if (tree.isPartial()) {
        writer.applyPart();
      } else {
        writer.apply();
      }
      report.rendered(tree, watch);
      report.wrote(plan.value().orElseThrow(), request);
      report.next(tree, request);
    }
    return report.done();
  }

  private Report compare(Request request, RunReport report) throws IOException {
    FleetTree tree = new FleetTree(report.settled(), new Contributors(), progress);
    Stopwatch watch = new Stopwatch(surroundings);
    StaleFiles stale = new StaleFiles(request);
    Result<Plan> plan =
        new Planner(HandEdits.REFUSE, request.folders().output())
            .plan(OutputFolder.at(output(request)), tree, stale);
    boolean untouched = report.accepts(plan);
    report.rendered(tree, watch);
    List<Diagnostic> found = stale.diagnostics();
    report.add(found);
    if (!untouched || !found.isEmpty()) {
      return report.ended(Outcome.CHANGES_FOUND);
    }
    report.current(request);
    return report.done();
  }

  private static Path output(Request request) {
    return request.directory().resolve(request.folders().output());
  }

  /** What is done with a settled fleet. */
  private interface Step {
    Report take(RunReport report) throws IOException;
  }
}
