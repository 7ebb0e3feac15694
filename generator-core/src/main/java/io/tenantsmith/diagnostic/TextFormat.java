package io.tenantsmith.diagnostic;

import java.util.Locale;

/** For people: place, fact, the line with carets, related places, hint. */
final class TextFormat implements FormatWriter {

  @Override
  public String write(DiagnosticReport report, Style style) {
    StringBuilder out = new StringBuilder();
    SourceLines sources = Masked.of(report);
    PerFile.forEach(
        report.diagnostics(), diagnostic -> append(out, diagnostic, sources, style), out::append);
    return out.append(ClosingLine.of(report)).toString();
  }

  private static void append(
      StringBuilder out, Diagnostic diagnostic, SourceLines sources, Style style) {
    out.append(heading(diagnostic, style));
    excerpt(out, diagnostic, sources, style);
    for (Related related : diagnostic.related()) {
      out.append("  ").append(Printable.text(related.message())).append(' ');
      out.append(Printable.place(related.range())).append('\n');
    }
    diagnostic
        .hint()
        .ifPresent(
            hint -> out.append("  ").append(style.bold("hint:")).append(' ').append(safe(hint)));
  }

  private static String safe(String line) {
    return Printable.text(line) + '\n';
  }

  private static String heading(Diagnostic diagnostic, Style style) {
    Severity severity = diagnostic.severity();
    return Printable.place(diagnostic.range())
        + ": "
        + style.severity(severity, severity.label())
        + ' '
        + style.bold(diagnostic.code().name())
        + ": "
        + safe(diagnostic.message());
  }

  private static void excerpt(
      StringBuilder out, Diagnostic diagnostic, SourceLines sources, Style style) {
    SourceRange range = diagnostic.range();
    if (range.isWholeFile()) {
      return;
    }
    sources
        .line(range.file(), range.line())
        .map(line -> Excerpt.of(line, range))
        .ifPresent(
            excerpt -> {
              String number = String.format(Locale.ROOT, "%5d |", range.line());
              String gutter = " ".repeat(number.length() - 1) + '|';
              String carets = style.severity(diagnostic.severity(), excerpt.carets().strip());
              String blanks = excerpt.carets().replace("^", "");
              out.append(style.faint(number)).append(' ').append(excerpt.line()).append('\n');
              out.append(style.faint(gutter)).append(' ').append(blanks).append(carets);
              out.append('\n');
            });
  }
}
