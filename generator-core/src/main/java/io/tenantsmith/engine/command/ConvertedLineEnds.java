package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import java.util.List;

/**
 * An output folder whose line ends Git converted on checkout. Nobody edited it and nothing is lost,
 * so it is said once for the whole folder, with what keeps Git from doing it again.
 */
final class ConvertedLineEnds {

  private ConvertedLineEnds() {}

  /** For {@code check}: the folder is not as generate writes it. */
  static List<Diagnostic> found(String output, int files) {
    return files == 0
        ? List.of()
        : List.of(
            Diagnostic.error(Code.OUT510, SourceRange.ofFile(output), fact(files))
                .withHint(line(output) + ", commit it, and run generate, which restores them"));
  }

  /** For {@code generate}, which has restored them: it would happen again. */
  static List<Diagnostic> restored(String output, int files) {
    return files == 0
        ? List.of()
        : List.of(
            Diagnostic.warning(
                    Code.OUT510, SourceRange.ofFile(output), fact(files) + "; they are restored")
                .withHint(line(output) + " and commit it, else the next checkout does it again"));
  }

  private static String fact(int files) {
    String which = files == 1 ? "1 file differs" : files + " files differ";
    return which + " in line ends alone: Git wrote CR LF for LF on checkout (core.autocrlf)";
  }

  private static String line(String output) {
    return "add the line  " + output + "/** -text  to .gitattributes beside the fleet's file";
  }
}
