package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All examinations, in the order in which a person would look. A new one is one more line. */
public final class Examinations {

  private static final List<Examination> HERE =
      List.of(
          new JavaVersion(),
          new MavenVersion(),
          new FileNameEncoding(),
          new TerminalEncoding(),
          new TemporaryFolder(),
          new FreeSpace(),
          new GitCheckout(),
          new IgnoredInputs(),
          new CommittedInputs(),
          new OutputLineEnds(),
          new UpperCase(),
          new CurrentOutput(),
          new WritableOutput(),
          new EditorSchemas(),
          new PluginVersion());

  private static final List<Examination> REMOTE = List.of(new Address(), new Remote());

  private Examinations() {}

  /** All findings. What cannot be looked at is a finding, too, and the rest goes on. */
  public static List<Finding> of(Patient patient) {
    List<Examination> all = new ArrayList<>(HERE);
    if (!patient.options().offline()) {
      all.addAll(REMOTE);
    }
    List<Finding> findings = new ArrayList<>();
    for (Examination examination : all) {
      try {
        findings.addAll(examination.of(patient));
      } catch (IOException e) {
        Finding unreadable = unreadable(e);
        if (!findings.contains(unreadable)) {
          findings.add(unreadable);
        }
      }
    }
    return findings;
  }

  private static Finding unreadable(IOException problem) {
    return Finding.of(
        Area.REPOSITORY,
        "disk",
        Diagnostic.error(
                Code.DOC940,
                SourceRange.ofFile("."),
                "it cannot be looked at: " + DiskWords.of(problem))
            .withHint("check the permissions of the folder and of .git"));
  }
}
