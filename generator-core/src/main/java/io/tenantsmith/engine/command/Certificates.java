package io.tenantsmith.engine.command;

import io.tenantsmith.certificate.ErasureCertificate;
import io.tenantsmith.certificate.TenantPast;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.git.BranchHistory;
import io.tenantsmith.output.ReplacedFiles;
import io.tenantsmith.publish.Publication;
import io.tenantsmith.publish.PublishTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The certificates of tenants that a publish has just removed. That one cannot be written undoes no
 * publish: it can be made again.
 *
 * @param files where they are, relative to the fleet's root
 * @param diagnostics of those that could not be written
 */
record Certificates(List<String> files, List<Diagnostic> diagnostics) {

  static final Certificates NONE = new Certificates(List.of(), List.of());

  /** Writes the certificates of these tenants, if their removal was pushed. */
  static Certificates write(
      Publication publication, PublishTarget target, List<String> removed, Path fleet) {
    List<String> files = new ArrayList<>();
    List<Diagnostic> said = new ArrayList<>();
    String place =
        target.destination().display() + " " + target.destination().branch().value() + ":";
    for (String id : removed) {
      try {
        Result<TenantPast> past = past(publication, place, id);
        past.diagnostics().forEach(found -> said.add(unwritten(found)));
        if (past.value().isPresent()) {
          ErasureCertificate certificate = of(past.value().get(), target);
          write(certificate, fleet);
          files.add(certificate.path().value());
        }
      } catch (IOException e) {
        said.add(unwritten(failed(SourceRange.ofFile(place), id, e)));
      }
    }
    return new Certificates(files, said);
  }

  static ErasureCertificate of(TenantPast past, PublishTarget target) {
    return new ErasureCertificate(
        past, target.origin().url(), target.destination().branch().value());
  }

  static void write(ErasureCertificate certificate, Path fleet) throws IOException {
    ReplacedFiles.write(fleet, new TreeMap<>(Map.of(certificate.path(), certificate.content())));
  }

  /** Disk or network failed. */
  static Diagnostic failed(SourceRange place, String id, IOException cause) {
    return Diagnostic.error(
            Code.CRT946,
            place,
            "the certificate of " + Quoted.quote(id) + " was not made: " + DiskWords.of(cause))
        .withHint("run the command certificate once that is mended");
  }

  private static Result<TenantPast> past(Publication publication, String place, String id)
      throws IOException {
    Optional<BranchHistory> opened = publication.pushedHistory();
    if (opened.isEmpty()) {
      return Result.failed(List.of());
    }
    try (BranchHistory history = opened.get()) {
      return TenantPast.read(history, place, id);
    }
  }

  private static Diagnostic unwritten(Diagnostic error) {
    return Diagnostic.warning(error.code(), error.range(), error.message())
        .withHint(error.hint().orElse(""));
  }
}
