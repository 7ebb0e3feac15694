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

/** Whether the fleet is in Git, with a commit and all that came before it. */
final class GitCheckout implements Examination {

  private static final String SUBJECT = "git";

  @Override
  public List<Finding> of(Patient patient) throws IOException {
    Optional<Checkout> found = patient.checkout();
    if (found.isEmpty()) {
      return uncommitted(
              "the fleet is in no Git repository",
              "git init && git add . && git commit -m \"A fleet\"")
          .alone();
    }
    try (Checkout checkout = found.get()) {
      return checkout.hasCommit()
          ? committed(checkout)
          : uncommitted(
                  "its Git repository has no commit yet", "git add . && git commit -m \"A fleet\"")
              .alone();
    }
  }

  private static List<Finding> committed(Checkout checkout) throws IOException {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok(Area.REPOSITORY, SUBJECT, "the fleet is in Git, with a commit"));
    if (checkout.isShallow()) {
      String fact = "older commits are missing, so nothing tells which of two inputs is newer";
      findings.add(
          Finding.of(
              Area.REPOSITORY,
              "history",
              Diagnostic.warning(Code.DOC930, SourceRange.ofFile(".git"), fact)
                  .withHint("git fetch --unshallow; in a pipeline: fetch-depth: 0")));
    } else {
      findings.add(Finding.ok(Area.REPOSITORY, "history", "it is complete"));
    }
    return findings;
  }

  private static Finding uncommitted(String fact, String hint) {
    return Finding.of(
        Area.REPOSITORY,
        SUBJECT,
        Diagnostic.warning(
                Code.DOC927,
                SourceRange.ofFile("."),
                fact + ": a publish cannot say where its tree comes from")
            .withHint(hint));
  }
}
