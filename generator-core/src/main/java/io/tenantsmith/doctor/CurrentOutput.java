package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.CheckResult;
import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.CommandResult;
import io.tenantsmith.engine.DoctorResult.Area;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Report;
import java.nio.file.Files;
import java.util.List;

/** Whether the inputs are accepted, and the output is what they give; the command check knows. */
final class CurrentOutput implements Examination {

  private static final String SUBJECT = "output";

  @Override
  public List<Finding> of(Patient patient) {
    String output = patient.request().folders().output();
    boolean rendered = Files.exists(patient.root().resolve(output).resolve("index.json"));
    Report report = patient.check();
    long errors = report.diagnostics().stream().filter(d -> d.isError() && isOfInputs(d)).count();
    if (errors > 0) {
      return Finding.of(
              Area.REPOSITORY,
              "rules",
              Diagnostic.error(
                      Code.DOC932,
                      SourceRange.ofFile(patient.request().folders().fleet()),
                      errors == 1
                          ? "the inputs have an error"
                          : "the inputs have " + errors + " errors")
                  .withHint(patient.front().command(CommandName.VALIDATE) + " shows each"))
          .alone();
    }
    Finding rules = Finding.ok(Area.REPOSITORY, "rules", "the inputs are accepted");
    if (report.outcome() == Outcome.ENVIRONMENT_FAILED) {
      // That the disk refuses is another examination's.
      return List.of(rules);
    }
    return List.of(rules, output(patient, output, rendered, report));
  }

  private static Finding output(Patient patient, String output, boolean rendered, Report report) {
    if (report.result().filter(CurrentOutput::isCurrent).isPresent()) {
      return Finding.ok(Area.REPOSITORY, SUBJECT, output + " is current");
    }
    List<Diagnostic> odd = report.diagnostics().stream().filter(CurrentOutput::isOdd).toList();
    if (!odd.isEmpty()) {
      return Finding.of(Area.REPOSITORY, SUBJECT, odd.get(0));
    }
    String fact = rendered ? "it is not what the inputs give" : "nothing is rendered yet";
    return Finding.of(
        Area.REPOSITORY,
        SUBJECT,
        Diagnostic.warning(Code.DOC933, SourceRange.ofFile(output), fact)
            .withHint(patient.front().command(CommandName.GENERATE)));
  }

  private static boolean isCurrent(CommandResult result) {
    return result instanceof CheckResult check && check.current();
  }

  private static boolean isOfInputs(Diagnostic diagnostic) {
    return !diagnostic.code().name().startsWith("OUT");
  }

  /** What generate alone would not mend. */
  private static boolean isOdd(Diagnostic diagnostic) {
    return diagnostic.isError() && !isOfInputs(diagnostic) && diagnostic.code() != Code.OUT506;
  }
}
