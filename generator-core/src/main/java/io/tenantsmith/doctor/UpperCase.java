package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import io.tenantsmith.git.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the disk tells a from A, and whether Git knows. All names that we write are in lower case
 * but README.md, so that both kinds of disk do; a repository that moved between them does not.
 */
final class UpperCase implements Examination {

  @Override
  public List<Finding> of(Patient patient) throws IOException {
    Path fleet = patient.root().resolve(patient.request().folders().fleet());
    Optional<Checkout> found = patient.checkout();
    if (found.isEmpty() || !Files.exists(fleet)) {
      return List.of();
    }
    String upper = String.valueOf(fleet.getFileName()).toUpperCase(Locale.ROOT);
    Path other = fleet.resolveSibling(upper);
    boolean blind = Files.exists(other) && Files.isSameFile(fleet, other);
    String fact = blind ? "the disk does not tell a from A" : "the disk tells a from A";
    try (Checkout checkout = found.get()) {
      if (checkout.ignoresCase() == blind) {
        return Finding.ok(Area.REPOSITORY, "case", fact + ", and Git knows").alone();
      }
      return Finding.of(
              Area.REPOSITORY,
              "case",
              Diagnostic.warning(
                      Code.DOC937,
                      SourceRange.ofFile(".git/config"),
                      fact + ", and Git is told otherwise")
                  .withHint("git config core.ignorecase " + blind))
          .alone();
    }
  }
}
