package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import io.tenantsmith.output.WriteProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether a publish to a server can keep its objects in the temporary folder. */
final class TemporaryFolder implements Examination {

  @Override
  public List<Finding> of(Patient patient) {
    String folder = patient.property("java.io.tmpdir");
    Optional<IOException> problem = WriteProbe.of(Path.of(folder));
    if (problem.isEmpty()) {
      return Finding.ok(Area.MACHINE, "temporary", "the temporary folder is writable").alone();
    }
    String fact = "nothing can be written there: " + DiskWords.of(problem.get());
    return Finding.of(
            Area.MACHINE,
            "temporary",
            Diagnostic.error(Code.DOC924, SourceRange.ofFile(Quoted.escape(folder)), fact)
                .withHint(
                    "make it writable, or name another one: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR"))
        .alone();
  }
}
