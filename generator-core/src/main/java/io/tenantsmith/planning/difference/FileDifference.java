package io.tenantsmith.planning.difference;

import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.TextChange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a file that holds no object. */
final class FileDifference {

  private FileDifference() {}

  /**
   * How they differ; empty if they do not. Nobody reads how what is derived does.
   *
   * @param before null if there was none
   * @param after null if there is none
   */
  static Optional<FileChange> of(String path, @Nullable String before, @Nullable String after) {
    if (before == null ? after == null : before.equals(after)) {
      return Optional.empty();
    }
    Fate fate = before == null ? Fate.ADDED : after == null ? Fate.REMOVED : Fate.CHANGED;
    boolean isDerived = Derived.isFile(path);
    String name = path.substring(path.lastIndexOf('/') + 1);
    TextChange text =
        isDerived
            ? new TextChange(TextChange.Language.LINES, List.of(), List.of())
            : TextDifference.of(name, shown(before), shown(after));
    return Optional.of(new FileChange(path, fate, isDerived, text));
  }

  private static String shown(@Nullable String text) {
    return text == null ? "" : Sensitive.masked(text);
  }
}
