package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which Maven runs this, where one does. */
final class MavenVersion implements Examination {

  private static final Pattern VERSION = Pattern.compile("^([0-9]{1,4})\\.([0-9]{1,4})");
  private static final int MAJOR = 3;
  private static final int MINOR = 8;

  @Override
  public List<Finding> of(Patient patient) {
    return patient.options().mavenVersion().map(v -> finding(v).alone()).orElse(List.of());
  }

  private static Finding finding(String version) {
    if (isEnough(version)) {
      return Finding.ok(Area.MACHINE, "maven", version);
    }
    return Finding.of(
        Area.MACHINE,
        "maven",
        Diagnostic.error(
                Code.DOC922,
                SourceRange.ofFile("maven"),
                "Maven " + Quoted.escape(version) + " is older than 3.8")
            .withHint("install Maven 3.8 or newer"));
  }

  private static boolean isEnough(String version) {
    Matcher parts = VERSION.matcher(version);
    if (!parts.find()) {
      return false;
    }
    int major = Integer.parseInt(parts.group(1));
    return major > MAJOR || (major == MAJOR && Integer.parseInt(parts.group(2)) >= MINOR);
  }
}
