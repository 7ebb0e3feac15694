package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.output.ChangeSink;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.FolderWriter;
import io.tenantsmith.output.HandEdits;
import io.tenantsmith.output.IndexReader;
import io.tenantsmith.output.OutputFolder;
import io.tenantsmith.output.Planner;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
    return run(request, (against, report) -> judgePatches(against.settled(), report));
  }

  /**
   * Checks, renders and writes the output folder.
   *
   * @param takeGenerated whether the generated state replaces hand edits
   */
  public Report generate(Request request, boolean takeGenerated) {
    HandEdits handEdits = takeGenerated ? HandEdits.OVERWRITE : HandEdits.REFUSE;
    return run(request, (against, report) -> write(request, handEdits, against, report));
  }

  /** Like generate, but writes nothing and finds fault with an output that is not current. */
  public Report check(Request request) {
    return run(request, (against, report) -> compare(request, against, report));
  }

  /**
   * Checks and renders into memory what is asked for. Nothing is written and no output is read: the
   * inputs alone decide.
   *
   * @param drafts tenants' files that are not on disk, or not with that text
   */
  public RenderedFleet render(Request request, List<RenderedFleet.Draft> drafts) {
    LoadedFleet loaded = new Inputs(request, progress, drafts).read();
    RunReport report = new RunReport(loaded);
    Optional<SettledFleet> settled =
        settled(JudgedFleet.of(loaded, request.selection()), List.of(), report);
    if (settled.isEmpty()) {
      return new RenderedFleet(report.refused(), List.of());
    }
    List<RenderedTenant> tenants = new FleetRenderer(settled.get(), progress).inMemory();
    tenants.forEach(tenant -> report.add(tenant.findings()));
    return report.hasErrors()
        ? new RenderedFleet(report.refused(), List.of())
        : new RenderedFleet(
            report.done(), tenants.stream().map(RenderedFleet.TenantFiles::of).toList());
  }

  /** Checks, renders, commits the tree and pushes it. */
  public Report publish(Request request, PublishOptions options) {
    LoadedFleet loaded = new Inputs(request, progress).read();
    return new PublishRun(surroundings, progress).run(request, options, loaded);
  }

  private Report run(Request request, Step step) {
    LoadedFleet loaded = new Inputs(request, progress).read();
    RunReport report = new RunReport(loaded);
    try {
      Result<CurrentTree> current =
          new IndexReader(request.folders().output()).read(OutputFolder.at(output(request)));
      report.add(current.diagnostics());
      List<PublishedTenant> published =
          current.value().map(tree -> tree.index().tenants()).orElse(List.of());
      Optional<SettledFleet> settled =
          settled(JudgedFleet.of(loaded, request.selection()), published, report);
      if (settled.isEmpty() || current.value().isEmpty()) {
        return report.refused();
      }
      report.inputs(settled.get().tenants().size(), settled.get().fleet());
      return step.take(new Against(settled.get(), current.value().get()), report);
    } catch (IOException e) {
      return report.add(List.of(DiskMistake.of(e, request))).ended(DiskMistake.outcome(e));
    }
  }

  private static Optional<SettledFleet> settled(
      JudgedFleet judged, List<PublishedTenant> published, RunReport report) {
    report.add(judged.diagnostics());
    Result<SettledFleet> settled = judged.against(published);
    report.add(settled.diagnostics());
    if (settled.value().isEmpty()) {
      report.add(PatchMistakes.beside(report.diagnostics(), judged));
    }
    return settled.value();
  }

  /** Renders tenants with patches only: those have to be seen together with their objects. */
  private static Report judgePatches(SettledFleet settled, RunReport report) {
    report.add(PatchMistakes.of(settled));
    return report.hasErrors() ? report.refused() : report.done();
  }

  private Report write(Request request, HandEdits handEdits, Against against, RunReport report)
      throws IOException {
    SettledFleet settled = against.settled();
    Stopwatch watch = new Stopwatch(surroundings);
    try (FolderWriter writer = new FolderWriter(output(request), against.current())) {
      ComparedFleet compared = against.compare(writer, terms(request, handEdits, settled), progress);
      report.add(compared);
      if (compared.isRefused()) {
        return report.refused();
      }
      if (settled.isPartial()) {
        writer.applyPart();
      } else {
        writer.apply();
      }
      report.rendered(compared, watch);
      report.wrote(compared.plan(), request);
      report.next(settled, compared, request);
    }
    return report.done();
  }

  private Report compare(Request request, Against against, RunReport report) throws IOException {
    Stopwatch watch = new Stopwatch(surroundings);
    StaleFiles stale = new StaleFiles(request);
    ComparedFleet compared =
        against.compare(stale, terms(request, HandEdits.REFUSE, against.settled()), progress);
    report.add(compared);
    report.rendered(compared, watch);
    List<Diagnostic> found = stale.diagnostics();
    report.add(found);
    if (compared.isRefused() || !found.isEmpty()) {
      return report.ended(Outcome.CHANGES_FOUND);
    }
    report.current(request);
    return report.done();
  }

  private static Planner.Terms terms(Request request, HandEdits handEdits, SettledFleet settled) {
    return new Planner.Terms(request.folders().output(), handEdits, settled.isPartial());
  }

  private static Path output(Request request) {
    return request.directory().resolve(request.folders().output());
  }

  /** A settled fleet and the tree that it is compared with. */
  private record Against(SettledFleet settled, CurrentTree current) {

    ComparedFleet compare(ChangeSink sink, Planner.Terms terms, Progress progress)
        throws IOException {
      return new FleetRenderer(settled, progress).into(new Planner(current, sink, terms));
    }
  }

  /** What is done with it. */
  private interface Step {
    Report take(Against against, RunReport report) throws IOException;
  }
}
