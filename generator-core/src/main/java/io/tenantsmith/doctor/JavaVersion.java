package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which Java runs this; an older one than 17 could not even say so. */
final class JavaVersion implements Examination {

  private static final Pattern FEATURE = Pattern.compile("^([0-9]{1,4})");

  /** The newest one with which the tests ran. */
  private static final int TRIED = 25;

  @Override
  public List<Finding> of(Patient patient) {
    String version = patient.property("java.version");
    String fact = version + " of " + patient.property("java.vendor");
    Matcher feature = FEATURE.matcher(version);
    if (feature.find() && Integer.parseInt(feature.group(1)) <= TRIED) {
      return Finding.ok(Area.MACHINE, "java", fact).alone();
    }
    return Finding.of(
            Area.MACHINE,
            "java",
            Diagnostic.warning(
                    Code.DOC921,
                    SourceRange.ofFile("java"),
                    "Java " + version + " is newer than what was tried, which is 17 to " + TRIED)
                .withHint("if something goes wrong, set JAVA_HOME to one of these and run again"))
        .alone();
  }
}
