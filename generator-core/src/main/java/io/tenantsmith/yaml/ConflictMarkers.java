package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import java.util.Optional;

/** Finds what an unfinished merge leaves behind; YAML would report something else. */
final class ConflictMarkers {

  private ConflictMarkers() {}

  static Optional<Diagnostic> find(String file, String text) {
    int line = 1;
    for (int start = 0; start >= 0 && start < text.length(); line++) {
      if (text.startsWith("<<<<<<< ", start) || text.startsWith(">>>>>>> ", start)) {
        return Optional.of(
            Diagnostic.error(
                    Code.YAM113,
                    new SourceRange(file, line, 1, line, 8),
                    "a merge conflict is not resolved")
                .withHint("keep one side and remove the lines with <<<<<<<, ======= and >>>>>>>"));
      }
      int end = text.indexOf('\n', start);
      start = end < 0 ? -1 : end + 1;
    }
    return Optional.empty();
  }
}
