package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import io.tenantsmith.git.Checkout;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Whether a checkout on Windows would change the line ends of every rendered file. */
final class OutputLineEnds implements Examination {

  @Override
  public List<Finding> of(Patient patient) throws IOException {
    Optional<Checkout> found = patient.checkout();
    if (found.isEmpty()) {
      return List.of();
    }
    String output = patient.request().folders().output();
    try (Checkout checkout = found.get()) {
      if (checkout.lineEnds(output + "/index.json") == Checkout.LineEnds.FIXED) {
        return Finding.ok(Area.REPOSITORY, "line ends", "those of " + output + " stay as they are")
            .alone();
      }
      String fact = "a checkout with core.autocrlf changes every file of " + output;
      return Finding.of(
              Area.REPOSITORY,
              "line ends",
              Diagnostic.warning(Code.DOC931, SourceRange.ofFile(".gitattributes"), fact)
                  .withHint("echo \"" + output + "/** -text\" >> .gitattributes"))
          .alone();
    }
  }
}
