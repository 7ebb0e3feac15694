package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Free space where we write: the output of 1000 tenants takes 120 MB, for a moment twice that, and
 * a publish of it less.
 */
final class FreeSpace implements Examination {

  private static final long MEGABYTE = 1_000_000;
  private static final long PLENTY = 300 * MEGABYTE;
  private static final long NOTHING = 10 * MEGABYTE;

  @Override
  public List<Finding> of(Patient patient) throws IOException {
    List<Finding> findings = new ArrayList<>();
    findings.add(finding("output", patient.root(), patient));
    Path temporary = Path.of(patient.property("java.io.tmpdir"));
    // Where it is not even there, another examination says so.
    if (Files.isDirectory(temporary)) {
      findings.add(finding("temporary", temporary, patient));
    }
    return findings;
  }

  private static Finding finding(String what, Path folder, Patient patient) throws IOException {
    long free = patient.surroundings().freeSpace(folder);
    String fact = free / MEGABYTE + " MB are free for " + what + " files";
    if (free >= PLENTY) {
      return Finding.ok(Area.MACHINE, "space", fact);
    }
    SourceRange place = SourceRange.ofFile(what + " files");
    Diagnostic said =
        free < NOTHING
            ? Diagnostic.error(Code.DOC925, place, fact)
            : Diagnostic.warning(Code.DOC925, place, fact);
    return Finding.of(
        Area.MACHINE,
        "space",
        said.withHint("free some: 1000 tenants need " + PLENTY / MEGABYTE + " MB"));
  }
}
