package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import io.tenantsmith.publish.Outlook;
import io.tenantsmith.publish.PublishTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a publish would meet on its way to the branch, in the words that it would use. */
final class Remote implements Examination {

  @Override
  public List<Finding> of(Patient patient) {
    Optional<PublishTarget> target = patient.target();
    if (target.isEmpty()) {
      return List.of();
    }
    Outlook outlook = Outlook.of(target.get(), patient.surroundings());
    List<Finding> findings = new ArrayList<>();
    for (Diagnostic said : outlook.diagnostics()) {
      if (said.code() != Code.PUB711) {
        Finding finding = Finding.of(Area.REMOTE, "reach", said);
        findings.add(outlook.refused() ? finding.ofTheFleet() : finding);
      }
    }
    findings.addAll(branch(outlook));
    return findings;
  }

  private static List<Finding> branch(Outlook outlook) {
    String name = outlook.where().branch();
    return switch (outlook.branch()) {
      case NOT_REACHED -> List.of();
      case NO_REPOSITORY ->
          Finding.ok(Area.REMOTE, "branch", "the first publish makes the repository").alone();
      case NO_BRANCH ->
          List.of(
              Finding.ok(Area.REMOTE, "branch", "the first publish makes " + name),
              mayPush(outlook));
      case THERE ->
          List.of(
              Finding.ok(Area.REMOTE, "branch", name + " is there" + input(outlook)),
              mayPush(outlook));
    };
  }

  private static String input(Outlook outlook) {
    return outlook
        .publishedInput()
        .map(id -> id.isKnown() ? ", of input " + id.abbreviated() : ", of inputs in no Git")
        .orElse("");
  }

  private static Finding mayPush(Outlook outlook) {
    return Finding.of(
        Area.REMOTE,
        "push",
        Diagnostic.note(
            Code.DOC939,
            SourceRange.ofFile(outlook.where().repository()),
            "whether a push is allowed is known only by trying: nothing was pushed"));
  }
}
