package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.git.InputDifference;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the inputs are what the commit says that will be named as theirs. */
record InputCheck(PublishJob job) {

  private static final int SHOWN = 5;

  /** A refusal, or a warning if differences are meant; empty if there is none. */
  List<Diagnostic> check() {
    List<InputDifference> differences = job.differences();
    if (differences.isEmpty()) {
      return List.of();
    }
    SourceRange place = SourceRange.ofFile(differences.get(0).file());
    if (job.target().guards().permits().dirty()) {
      return List.of(
          Diagnostic.warning(Code.PUB711, place, fact() + "; the commit is marked as dirty"));
    }
    return List.of(
        Diagnostic.error(Code.GRD804, place, fact())
            .withHint(
                "commit them, or publish a commit that is marked as dirty: --allow-dirty"
                    + " (-Dtenantsmith.allowDirty)"));
  }

  private String fact() {
    List<InputDifference> all = job.differences();
    String shown =
        all.stream()
            .limit(SHOWN)
            .map(each -> each.file() + " (" + each.kind().words() + ")")
            .collect(Collectors.joining(", "));
    String more = all.size() > SHOWN ? ", and " + (all.size() - SHOWN) + " more" : "";
    String files = all.size() == 1 ? "1 input file is" : all.size() + " input files are";
    return job.input().commit().isKnown()
        ? files + " not as in commit " + job.input().commit().sha() + ": " + shown + more
        : files + " in no commit, since their repository has none yet";
  }
}
