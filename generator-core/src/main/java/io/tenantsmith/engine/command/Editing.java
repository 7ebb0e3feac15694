package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.edit.EditedFile;
import io.tenantsmith.edit.EditedLine;
import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.EditOptions;
import io.tenantsmith.engine.EditResult;
import io.tenantsmith.engine.EditResult.Ending;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.output.HandEdits;
import io.tenantsmith.run.ComparedFleet;
import io.tenantsmith.run.Inputs;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.run.PatchDiagnostics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of every command that edits a file of the fleet: the file as it would be is judged
 * together with the fleet and against the output, shown, asked about, and written whole. What the
 * file says now may be wrong: the edit may be what mends it.
 */
record Editing(CommandName command, EditOptions options) {

  /** What a command wants to write. */
  @FunctionalInterface
  interface Author {

    /** What to write into which file, or why not; its diagnostics are reported in any case. */
    Result<Wish> edit(LoadedFleet fleet);
  }

  /**
   * What a command wants to write.
   *
   * @param sentences what there is to say of it, each without a full stop
   * @param concerned the tenants that are rendered to see what it leads to
   */
  record Wish(EditedFile file, List<String> sentences, Request.Selection concerned) {}

  /** The edit from the reading of the fleet to the file on the disk. */
  Report run(Request request, Session session, Author author) {
    LoadedFleet before = new Inputs(request, session.progress(), List.of()).read();
    Result<Wish> wished = author.edit(before);
    if (wished.value().isEmpty()) {
      return refused(before, wished.diagnostics());
    }
    Wish wish = wished.value().get();
    LoadedFleet after =
        new Inputs(request, session.progress(), List.of())
            .read(before.sources().edited(wish.file().after()));
    Request part = new Request(request.directory(), request.folders(), wish.concerned());
    return OutputRun.of(
        after,
        part,
        session,
        run -> {
          run.report().add(wished.diagnostics());
          return judged(run, wish, wished.diagnostics());
        });
  }

  /** A mistake of the inputs is perhaps why there is nothing to write. */
  private static Report refused(LoadedFleet before, List<Diagnostic> why) {
    ReportDraft report = new ReportDraft(before);
    report.add(why);
    report.add(
        JudgedFleet.mistakes(before).stream().filter(mistake -> !why.contains(mistake)).toList());
    return report.refused();
  }

  /** What cannot be rendered must not be written either. */
  private Report judged(OutputRun run, Wish wish, List<Diagnostic> doubts) throws IOException {
    run.report().add(PatchDiagnostics.of(run.settled()));
    if (run.report().hasErrors()) {
      return run.report().refused();
    }
    if (!wish.file().isChanged()) {
      EditResult nothing = result(run, wish, EditResult.Effects.NONE);
      return run.report().ended(Outcome.DONE, withNext(nothing.ended(Ending.UNCHANGED), run));
    }
    ComparedFleet compared = run.compare(change -> {}, HandEdits.OVERWRITE).fleet();
    if (compared.hasFaults()) {
      return run.report().refused();
    }
    EditResult proposed =
        result(
            run,
            wish,
            new EditResult.Effects(
                sentences(wish), compared.plan().tenants().changed(), compared.steps()));
    return end(run, wish, proposed, doubts);
  }

  /** People's words may not go in silence. */
  private static List<String> sentences(Wish wish) {
    List<String> sentences = new ArrayList<>(wish.sentences());
    for (EditedLine lost : wish.file().lostComments()) {
      sentences.add("the comment in line " + lost.number() + " goes: " + lost.text());
    }
    return sentences;
  }

  private Report end(OutputRun run, Wish wish, EditResult proposed, List<Diagnostic> doubts) {
    if (options.dryRun()) {
      return run.report().ended(Outcome.DONE, proposed);
    }
    if (options.yes()) {
      return written(run, wish, proposed, Ending.WRITTEN);
    }
    Optional<Boolean> agreed = Consent.to(proposed, doubts, run.session().questions());
    if (agreed.isEmpty()) {
      run.report().add(List.of(nobody(run)));
      return run.report().ended(Outcome.WRONG_USAGE, proposed);
    }
    return agreed.get()
        ? written(run, wish, proposed, Ending.AGREED)
        : run.report().ended(Outcome.DONE, proposed.ended(Ending.DECLINED));
  }

  private static Report written(OutputRun run, Wish wish, EditResult proposed, Ending ending) {
    Optional<Diagnostic> problem = wish.file().write(run.request().directory());
    if (problem.isEmpty()) {
      return run.report().ended(Outcome.DONE, withNext(proposed.ended(ending), run));
    }
    run.report().add(List.of(problem.get()));
    return run.report()
        .ended(
            problem.get().code() == Code.EDT953 ? Outcome.REFUSED : Outcome.ENVIRONMENT_FAILED,
            null);
  }

  private EditResult result(OutputRun run, Wish wish, EditResult.Effects effects) {
    EditedFile file = wish.file();
    List<EditedLine> lines = file.isChanged() ? file.lines() : List.of();
    return new EditResult(
        command,
        run.fleetSize(),
        new EditResult.Edit(
            file.after().file(), lines.stream().map(Editing::line).toList(), Ending.SHOWN),
        effects,
        List.of());
  }

  private static EditResult withNext(EditResult result, OutputRun run) {
    return new EditResult(
        result.command(),
        result.fleet(),
        result.edit(),
        result.effects(),
        NextCommands.of(result.edit().file(), run.request(), run.session().front()));
  }

  private static Diagnostic nobody(OutputRun run) {
    String yes = run.session().front().option(EditOptions.YES);
    return Diagnostic.error(
            Code.LIF116,
            SourceRange.ofFile(yes),
            "nobody is here to be asked whether this is to be written")
        .withHint("look at what is shown, and run it again with " + yes);
  }

  private static EditResult.Line line(EditedLine line) {
    return new EditResult.Line(
        EditResult.Line.Kind.valueOf(line.kind().name()), line.number(), line.text());
  }
}
