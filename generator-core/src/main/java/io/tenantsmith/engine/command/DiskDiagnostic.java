package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Request;
import io.tenantsmith.output.AnotherRunException;
import io.tenantsmith.output.LinkInTheWay;
import java.io.IOException;

/** Describes a failure of the output folder in one line that says what to do. */
final class DiskDiagnostic {

  private DiskDiagnostic() {}

  static Diagnostic of(IOException problem, Request request) {
    String output = request.folders().output();
    if (problem instanceof AnotherRunException) {
      return Diagnostic.error(
              Code.OUT507, SourceRange.ofFile(output), "another run is writing this folder")
          .withHint("wait for it to end, then run again");
    }
    if (problem instanceof LinkInTheWay link) {
      return Diagnostic.error(
              Code.OUT509,
              SourceRange.ofFile(output + "/" + link.path()),
              "a managed path leads through a symbolic link")
          .withHint("remove the link; what we write stays inside the output folder");
    }
    return Diagnostic.error(
            Code.OUT508,
            SourceRange.ofFile(output),
            "the folder cannot be written or read: " + DiskWords.of(problem))
        .withHint(
            "check its permissions and the free space, then run again: a run finishes what another"
                + " began");
  }

  static Outcome outcome(IOException problem) {
    return problem instanceof LinkInTheWay ? Outcome.REFUSED : Outcome.ENVIRONMENT_FAILED;
  }
}
