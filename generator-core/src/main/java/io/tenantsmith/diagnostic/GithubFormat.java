package io.tenantsmith.diagnostic;

/**
 * Workflow commands of GitHub Actions, one annotation each. Line feeds of a text become escapes, so
 * no text of an input begins a line and none can be read as a command.
 */
final class GithubFormat implements FormatWriter {

  @Override
  public String write(DiagnosticReport report, Style style) {
    StringBuilder out = new StringBuilder();
    report.diagnostics().forEach(diagnostic -> out.append(command(diagnostic)));
    return out.append(ClosingLine.of(report)).toString();
  }

  private static String command(Diagnostic diagnostic) {
    Code code = diagnostic.code();
    return "::"
        + level(diagnostic.severity())
        + place(diagnostic.range())
        + ",title="
        + property(code + ": " + code.title())
        + "::"
        + message(diagnostic)
        + '\n';
  }

  private static String level(Severity severity) {
    return severity == Severity.NOTE ? "notice" : severity.label();
  }

  private static String place(SourceRange range) {
    String file = " file=" + property(range.file());
    if (range.isWholeFile()) {
      return file;
    }
    return file
        + ",line="
        + range.line()
        + ",endLine="
        + range.endLine()
        + ",col="
        + range.column();
  }

  private static String message(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder(Printable.text(diagnostic.message()));
    for (Related related : diagnostic.related()) {
      text.append('\n').append(Printable.text(related.message())).append(' ');
      text.append(Printable.place(related.range()));
    }
    diagnostic.hint().ifPresent(hint -> text.append("\nhint: ").append(Printable.text(hint)));
    return data(text.toString());
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(Printable.text(text)).replace(":", "%3A").replace(",", "%2C");
  }
}
