package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import io.tenantsmith.output.WriteProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether the output can be written: a read-only checkout can be checked and published only. */
final class WritableOutput implements Examination {

  @Override
  public List<Finding> of(Patient patient) {
    String output = patient.request().folders().output();
    Path folder = patient.root().resolve(output);
    Optional<IOException> problem = WriteProbe.of(Files.exists(folder) ? folder : patient.root());
    if (problem.isEmpty()) {
      return Finding.ok(Area.REPOSITORY, "writable", output + " can be written").alone();
    }
    return Finding.of(
            Area.REPOSITORY,
            "writable",
            Diagnostic.error(
                    Code.DOC934,
                    SourceRange.ofFile(output),
                    "nothing can be written there: " + DiskWords.of(problem.get()))
                .withHint("make the folder writable for the user who runs this"))
        .alone();
  }
}
