package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.InputDifference;
import io.tenantsmith.git.InputFiles;
import io.tenantsmith.git.InputHistory;
import java.io.IOException;
import java.util.List;

/** Whether the inputs are what their commit says, which a publish asks, too. */
final class CommittedInputs implements Examination {

  @Override
  public List<Finding> of(Patient patient) throws IOException {
    InputHistory history = InputHistory.around(patient.root(), patient.surroundings());
    CommitId head = history.head();
    if (!head.isKnown()) {
      return List.of();
    }
    InputFiles files = patient.fleet().inputs();
    List<InputDifference> differences = history.differences(head, files);
    if (differences.isEmpty()) {
      return Finding.ok(Area.REPOSITORY, "inputs", "all are as in commit " + head.abbreviated())
          .alone();
    }
    InputDifference first = differences.get(0);
    String others = differences.size() == 1 ? "" : ", and " + (differences.size() - 1) + " more";
    String fact =
        first.file()
            + " is not as in commit "
            + head.abbreviated()
            + " ("
            + first.kind().words()
            + ")"
            + others
            + ": a publish refuses that";
    return Finding.of(
            Area.REPOSITORY,
            "inputs",
            Diagnostic.warning(Code.DOC929, SourceRange.ofFile(first.file()), fact)
                .withHint("git add " + String.join(" ", patient.inputNames()) + " && git commit"))
        .alone();
  }
}
