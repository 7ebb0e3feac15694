package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import java.util.List;

/** Whether this process can name files whose names are not ASCII. Windows always can. */
final class FileNameEncoding implements Examination {

  @Override
  public List<Finding> of(Patient patient) {
    String encoding = patient.property("sun.jnu.encoding");
    if (encoding.equalsIgnoreCase("UTF-8") || patient.property("os.name").startsWith("Windows")) {
      return Finding.ok(Area.MACHINE, "locale", "file names are " + Quoted.escape(encoding))
          .alone();
    }
    String fact =
        "file names are "
            + Quoted.escape(encoding)
            + ": one with umlauts is not found, a folder above the fleet included";
    return Finding.of(
            Area.MACHINE,
            "locale",
            Diagnostic.warning(Code.DOC923, SourceRange.ofFile("locale"), fact)
                .withHint("export LC_ALL=C.UTF-8"))
        .alone();
  }
}
