package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What the parser stumbled over, in words that name the likely cause. */
final class SyntaxMistake {

  private static final Pattern NO_SPACE = Pattern.compile("\\s*[A-Za-z_]+:[^\\s/].*");

  private SyntaxMistake() {}

  static Diagnostic of(String file, String text, MarkedYamlEngineException mistake) {
    Mark mark = place(mistake).orElse(null);
    if (mark == null) {
      return Diagnostic.error(Code.YAM103, SourceRange.ofFile(file), "the file is not YAML");
    }
    SourceRange place = SourceRange.at(file, mark.getLine() + 1, mark.getColumn() + 1);
    String problem = mistake.getProblem() == null ? "" : mistake.getProblem();
    Diagnostic diagnostic =
        Diagnostic.error(Code.YAM103, place, fact(problem))
            .withHint(hint(problem, line(text, mark.getLine()), line(text, mark.getLine() - 1)));
    Mark context = mistake.getContextMark().orElse(null);
    return context == null || context.getLine() == mark.getLine()
        ? diagnostic
        : diagnostic.withRelated(
            "it began at", SourceRange.at(file, context.getLine() + 1, context.getColumn() + 1));
  }

  /** Where it shows; what is never closed is shown where it opens, not where the file ends. */
  private static Optional<Mark> place(MarkedYamlEngineException mistake) {
    String problem = String.valueOf(mistake.getProblem());
    boolean open = problem.contains("unexpected end of stream") || problem.contains("stream end");
    return open
        ? mistake.getContextMark().or(mistake::getProblemMark)
        : mistake.getProblemMark().or(mistake::getContextMark);
  }

  private static String fact(String problem) {
    if (problem.contains("'\\t'")) {
      return "a tab where only spaces may indent";
    }
    if (problem.contains("unexpected end of stream") || problem.contains("stream end")) {
      return "a quote or bracket is not closed";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "a second \": \" in one line";
    }
    if (problem.contains("could not find expected ':'")) {
      return "a line without \": \" after its key";
    }
    if (problem.contains("expected <block end>")) {
      return "this line does not line up with the ones before it";
    }
    // The parser's other words are English sentences about tokens and hold no input but single
    // characters.
    return problem.isEmpty() ? "not YAML" : "not YAML: " + problem.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String hint(String problem, String line, String before) {
    if (line.contains("\t") && problem.contains("'\\t'")) {
      return "indent with spaces";
    }
    if (NO_SPACE.matcher(line).matches() || NO_SPACE.matcher(before).matches()) {
      return "put a space after the colon";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "quote the value";
    }
    if (problem.contains("unexpected end of stream") || problem.contains("stream end")) {
      return "close it, or quote the whole value";
    }
    return problem.contains("expected <block end>") ? "check the indentation" : null;
  }

  private static String line(String text, int number) {
    int start = 0;
    for (int i = 0; i < number; i++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return "";
      }
    }
    int end = text.indexOf('\n', start);
    String line = text.substring(start, end < 0 ? text.length() : end);
    return line.length() > 500 ? line.substring(0, 500) : line;
  }
}
