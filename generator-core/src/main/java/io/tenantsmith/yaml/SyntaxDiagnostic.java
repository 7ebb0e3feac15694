package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Describes what the parser stumbled over in words that name the likely cause. */
final class SyntaxDiagnostic {

  private static final Pattern NO_SPACE = Pattern.compile("\\s*[A-Za-z_]+:[^\\s/].*");
  private static final String SECOND = "mapping values are not allowed";
  private static final String TAB = "(TAB)";
  private static final Pattern NO_START = Pattern.compile("character '(.)' that cannot start");
  private static final Pattern ESCAPE = Pattern.compile("unknown escape character (.+?)\\(");

  // The parser notices these lines later, often at the end of the file.
  private static final List<String> BEGAN_EARLIER =
      List.of("unexpected end of stream", "could not find expected ':'", "expected ',' or");

  private SyntaxDiagnostic() {}

  static Diagnostic of(String file, String text, MarkedYamlEngineException failure) {
    Mark mark = failure.getProblemMark().or(failure::getContextMark).orElse(null);
    if (mark == null) {
      return Diagnostic.error(Code.YAM103, SourceRange.ofFile(file), "the file is not YAML");
    }
    String problem = failure.getProblem() == null ? "" : failure.getProblem();
    String here = line(text, mark.getLine());
    boolean goesOn = problem.contains(SECOND) && here.indexOf(": ") >= mark.getColumn();
    if (goesOn && !NO_SPACE.matcher(line(text, mark.getLine() - 1)).matches()) {
      return Diagnostic.error(
              Code.YAM103, at(file, mark), "a field inside the value of the line before")
          .withHint("indent it like its neighbours; a value of several lines needs quotes");
    }
    String hint = hint(problem, here, line(text, mark.getLine() - 1));
    Mark context = failure.getContextMark().orElse(mark);
    if (BEGAN_EARLIER.stream().anyMatch(problem::contains)) {
      return Diagnostic.error(Code.YAM103, at(file, context), fact(problem)).withHint(hint);
    }
    Diagnostic diagnostic =
        Diagnostic.error(Code.YAM103, at(file, mark), fact(problem)).withHint(hint);
    return context.getLine() == mark.getLine()
        ? diagnostic
        : diagnostic.withRelated("it began at", at(file, context));
  }

  private static SourceRange at(String file, Mark mark) {
    return SourceRange.at(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String fact(String problem) {
    if (problem.contains(TAB)) {
      return "a tab where only spaces may indent";
    }
    Matcher start = NO_START.matcher(problem);
    if (start.find()) {
      return "a value cannot begin with " + Quoted.quote(start.group(1));
    }
    Matcher escape = ESCAPE.matcher(problem);
    if (escape.find()) {
      return Quoted.quote("\\" + escape.group(1)) + " is not an escape";
    }
    if (problem.contains("'<document start>'")) {
      return "text after the end of the document";
    }
    if (problem.contains("expected ',' or")) {
      return "a bracket is not closed, or a comma is missing";
    }
    if (problem.contains("unexpected end of stream")) {
      return "a quote is not closed";
    }
    if (problem.contains(SECOND)) {
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
    if (problem.contains(TAB)) {
      return "indent with spaces";
    }
    if (NO_SPACE.matcher(line).matches() || NO_SPACE.matcher(before).matches()) {
      return "put a space after the colon";
    }
    if (problem.contains(SECOND)) {
      return "quote the value";
    }
    if (problem.contains("unexpected end of stream")) {
      return "close it; inside single quotes write '' for a quote";
    }
    if (problem.contains("expected ',' or")) {
      return "close it, or put a comma between the items";
    }
    if (problem.contains("'<document start>'")) {
      return "remove it, or the line \"...\" before it";
    }
    if (NO_START.matcher(problem).find()) {
      return "quote the value";
    }
    if (ESCAPE.matcher(problem).find()) {
      return "use single quotes, or write two backslashes for one";
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
