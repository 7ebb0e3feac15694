package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import io.tenantsmith.git.Checkout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether Git ignores an input, which is then in no commit and in no pipeline. */
final class IgnoredInputs implements Examination {

  @Override
  public List<Finding> of(Patient patient) throws IOException {
    Optional<Checkout> found = patient.checkout();
    if (found.isEmpty()) {
      return List.of();
    }
    try (Checkout checkout = found.get()) {
      Set<String> ignored = checkout.ignored(patient.inputs().keySet());
      if (ignored.isEmpty()) {
        return Finding.ok(Area.REPOSITORY, "ignored", "no input is ignored by Git").alone();
      }
      List<Finding> findings = new ArrayList<>();
      for (String file : ignored) {
        findings.add(
            Finding.of(
                Area.REPOSITORY,
                "ignored",
                Diagnostic.error(
                        Code.DOC928,
                        SourceRange.ofFile(file),
                        "Git ignores this input, so that no commit and no pipeline has it")
                    .withHint("git check-ignore -v " + file + " names the line to remove")));
      }
      return findings;
    }
  }
}
