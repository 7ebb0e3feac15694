package io.tenantsmith.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** One line for each diagnostic, as compilers and editors know it. */
final class LineFormat implements FormatWriter {

  @Override
  public String write(DiagnosticReport report, Style style) {
    StringBuilder out = new StringBuilder();
    Folded.forEach(
        report.diagnostics(), diagnostic -> out.append(line(diagnostic, style)), out::append);
    return out.append(ClosingLine.of(report)).toString();
  }

  private static String line(Diagnostic diagnostic, Style style) {
    Severity severity = diagnostic.severity();
    return Printable.place(diagnostic.range())
        + ": "
        + style.severity(severity, severity.label())
        + ' '
        + style.bold(diagnostic.code().name())
        + ": "
        + Printable.text(diagnostic.message())
        + remarks(diagnostic)
        + '\n';
  }

  private static String remarks(Diagnostic diagnostic) {
    List<String> remarks = new ArrayList<>();
    for (Related related : diagnostic.related()) {
      remarks.add(Printable.text(related.message()) + ' ' + Printable.place(related.range()));
    }
    diagnostic.hint().ifPresent(hint -> remarks.add("hint: " + Printable.text(hint)));
    return remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ')';
  }
}
