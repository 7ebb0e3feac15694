package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.FleetPaths;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.PlanForms;
import io.tenantsmith.engine.PlanOptions;
import io.tenantsmith.engine.PlanResult;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.GitSystem;
import io.tenantsmith.git.InputHistory;
import io.tenantsmith.output.GrowingFile;
import io.tenantsmith.output.ReplacedFiles;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.form.GithubOutputs;
import io.tenantsmith.planning.FleetPlanning;
import io.tenantsmith.run.LoadedFleet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A plan against a base that was found. */
record PlanRun(FleetPlanning planning, Request request, Session session, LoadedFleet loaded) {

  /** Makes the plan and writes it where that is wanted. */
  Report report(PlanOptions options, ReportDraft report, Outcome outcome) throws IOException {
    FleetPlanning.Made made =
        planning.make(
            commit(), StepCommits.of(planning.fleet(), request, session), session.progress());
    report.add(planning.before().diagnostics());
    report.add(planning.after().findings());
    boolean refused = planning.after().findings().stream().anyMatch(Diagnostic::isError);
    tellGithub(made.plan(), report);
    List<String> written = new ArrayList<>();
    for (String file : options.files()) {
      PlanOptions.Form form = PlanOptions.Form.ofFile(file).orElseThrow();
      try {
        write(file, PlanForms.text(made.plan(), form, FleetPaths.of(request)));
        written.add(file);
      } catch (IOException e) {
        report.add(List.of(unwritten(file, e)));
      }
    }
    PlanResult result =
        new PlanResult(Counts.fleet(loaded), made.plan(), made.steps(), options.view(), written);
    Outcome found = refused && outcome == Outcome.DONE ? Outcome.REFUSED : outcome;
    return report.ended(outcome(options, report, made.plan(), found), result);
  }

  private static Outcome outcome(
      PlanOptions options, ReportDraft report, FleetPlan plan, Outcome found) {
    if (found != Outcome.DONE) {
      return found;
    }
    if (report.hasErrors()) {
      return Outcome.ENVIRONMENT_FAILED;
    }
    return options.detailedExit() && plan.hasChanges() ? Outcome.CHANGES_FOUND : Outcome.DONE;
  }

  /** The commit of the inputs; marked where it is not all of them. */
  private String commit() throws IOException {
    GitSystem.install(session.surroundings());
    try (InputHistory history = InputHistory.around(request.directory(), session.surroundings())) {
      CommitId head = history.head();
      if (!head.isKnown()) {
        return "";
      }
      boolean dirty =
          !history.differences(head, PublishPlace.inputs(request, loaded.sources())).isEmpty();
      return head.sha() + (dirty ? "-dirty" : "");
    }
  }

  /** In a step of GitHub Actions, what later steps and readers of the run look for. */
  private void tellGithub(FleetPlan plan, ReportDraft report) {
    FileNames names = FleetPaths.of(request);
    append("GITHUB_STEP_SUMMARY", GithubOutputs.summary(plan, names), report);
    append("GITHUB_OUTPUT", GithubOutputs.outputs(plan), report);
  }

  private void append(String variable, String text, ReportDraft report) {
    Optional<String> file =
        session.surroundings().environment(variable).filter(name -> !name.isBlank());
    if (file.isPresent()) {
      try {
        GrowingFile.append(Path.of(file.get()), text);
      } catch (IOException | InvalidPathException e) {
        report.add(List.of(unwritten(variable, new IOException(e))));
      }
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = request.directory().resolve(file).toAbsolutePath().normalize();
    Path folder = path.resolveSibling("").normalize();
    RelativePath name = RelativePath.of(String.valueOf(path.getFileName()));
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    ReplacedFiles.write(folder, new TreeMap<>(Map.of(name, content)));
  }

  private static Diagnostic unwritten(String file, IOException cause) {
    return Diagnostic.error(
            Code.PLN991,
            SourceRange.ofFile(file),
            "the plan is not written: " + DiskWords.of(cause))
        .withHint("choose a place that can be written, or leave it out");
  }
}
