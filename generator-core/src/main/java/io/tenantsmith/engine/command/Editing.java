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
import io.tenantsmith.run.Inputs;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.run.PatchDiagnostics;
import java.io.IOException;
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

    /** The file with its edits; or why there are none. Diagnostics are reported in any case. */
    Result<EditedFile> edit(LoadedFleet fleet);
  }

  /** What an edit leads to, once it is known that the fleet may be so. */
  @FunctionalInterface
  interface Meaning {

    /** Sentences without a full stop, in the order in which they are read. */
    List<String> of(OutputRun edited) throws IOException;
  }

  Report run(Request request, Session session, Author author, Meaning meaning) {
    LoadedFleet before = new Inputs(request, session.progress(), List.of()).read();
    Result<EditedFile> edited = author.edit(before);
    if (edited.value().isEmpty()) {
      ReportDraft report = new ReportDraft(before);
      report.add(edited.diagnostics());
      JudgedFleet.mistakes(before).stream()
          .filter(mistake -> !edited.diagnostics().contains(mistake))
          .forEach(mistake -> report.add(List.of(mistake)));
      return report.refused();
    }
    EditedFile file = edited.value().get();
    LoadedFleet after =
        new Inputs(request, session.progress(), List.of())
            .read(before.sources().edited(file.after()));
    return OutputRun.of(
        after,
        request,
        session,
        run -> {
          run.report().add(edited.diagnostics());
          run.report().add(PatchDiagnostics.of(run.settled()));
          return run.report().hasErrors() ? run.report().refused() : end(run, file, meaning);
        });
  }

  private Report end(OutputRun run, EditedFile file, Meaning meaning) throws IOException {
    EditResult proposed =
        new EditResult(
            command,
            run.fleetSize(),
            new EditResult.Edit(
                file.after().file(),
                file.isChanged() ? file.lines().stream().map(Editing::line).toList() : List.of(),
                Ending.SHOWN),
            file.isChanged() ? meaning.of(run) : List.of(),
            List.of());
    if (!file.isChanged()) {
      return run.report().ended(Outcome.DONE, withNext(proposed.ended(Ending.UNCHANGED), run));
    }
    if (options.dryRun()) {
      return run.report().ended(Outcome.DONE, proposed);
    }
    if (options.yes()) {
      return written(run, file, proposed, Ending.WRITTEN);
    }
    Optional<Boolean> agreed = Consent.to(proposed, run.session().questions());
    if (agreed.isEmpty()) {
      run.report().add(List.of(nobody(run)));
      return run.report().ended(Outcome.WRONG_USAGE, proposed);
    }
    return agreed.get()
        ? written(run, file, proposed, Ending.AGREED)
        : run.report().ended(Outcome.DONE, proposed.ended(Ending.DECLINED));
  }

  private Report written(OutputRun run, EditedFile file, EditResult proposed, Ending ending) {
    Optional<Diagnostic> problem = file.write(run.request().directory());
    if (problem.isEmpty()) {
      return run.report().ended(Outcome.DONE, withNext(proposed.ended(ending), run));
    }
    run.report().add(List.of(problem.get()));
    boolean changed = problem.get().code() == Code.EDT953;
    return run.report()
        .ended(changed ? Outcome.REFUSED : Outcome.ENVIRONMENT_FAILED, ending.isSeen() ? null : proposed);
  }

  private static EditResult withNext(EditResult result, OutputRun run) {
    return new EditResult(
        result.command(),
        result.fleet(),
        result.edit(),
        result.meaning(),
        NextCommands.of(result.edit().file(), run.request(), run.session().front()));
  }

  private static Diagnostic nobody(OutputRun run) {
    String yes = run.session().front().option(EditOptions.YES);
    return Diagnostic.error(
            Code.LIF116,
            SourceRange.ofFile(yes),
            "nobody is here to be asked whether to write this")
        .withHint("give it where a program runs the command; --dry-run only shows".replace(
            "--dry-run", run.session().front().option("dry-run")));
  }

  private static EditResult.Line line(EditedLine line) {
    return new EditResult.Line(
        EditResult.Line.Kind.valueOf(line.kind().name()), line.number(), line.text());
  }
}
