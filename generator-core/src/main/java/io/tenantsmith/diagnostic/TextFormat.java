package io.tenantsmith.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** For people: place, fact, the line with carets, related places, hint. */
final class TextFormat implements FormatWriter {

  /** From this many in a row on, a hint that they have in common stands once, below the last. */
  private static final int MANY = 11;

  private static final int GUTTER = 8;

  @Override
  public String write(DiagnosticReport report, Style style) {
    List<Diagnostic> shown = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    Folded.forEach(report.diagnostics(), shown::add, rest::append);
    Sheet sheet = new Sheet(Masked.of(report), style);
    groups(shown).forEach(sheet::add);
    return sheet.out.append(rest).append(ClosingLine.of(report)).toString();
  }

  /** Those in a row of one code that have one hint in common. */
  private static List<List<Diagnostic>> groups(List<Diagnostic> all) {
    List<List<Diagnostic>> groups = new ArrayList<>();
    for (Diagnostic next : all) {
      List<Diagnostic> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (!last.isEmpty()
          && last.get(0).code() == next.code()
          && last.get(0).hint().equals(next.hint())) {
        last.add(next);
      } else {
        groups.add(new ArrayList<>(List.of(next)));
      }
    }
    return groups;
  }

  /** The text as it grows; blank lines set diagnostics apart. */
  private static final class Sheet {

    private final StringBuilder out = new StringBuilder();
    private final SourceLines sources;
    private final Style style;

    Sheet(SourceLines sources, Style style) {
      this.sources = sources;
      this.style = style;
    }

    void add(List<Diagnostic> group) {
      boolean once = group.size() >= MANY && group.get(0).hint().isPresent();
      for (int i = 0; i < group.size(); i++) {
        Diagnostic diagnostic = group.get(i);
        if (out.length() > 0 && (i == 0 || !once || !isOneLine(diagnostic))) {
          out.append('\n');
        }
        add(diagnostic);
        if (!once) {
          hint(diagnostic, "hint:");
        }
      }
      if (once) {
        hint(group.get(0), "hint for these " + group.size() + ":");
      }
    }

    private void add(Diagnostic diagnostic) {
      out.append(heading(diagnostic, style));
      excerpt(diagnostic);
      for (Related related : diagnostic.related()) {
        out.append("  ").append(Printable.text(related.message())).append(' ');
        out.append(Printable.place(related.range())).append('\n');
      }
    }

    private static boolean isOneLine(Diagnostic diagnostic) {
      return diagnostic.range().isWholeFile() && diagnostic.related().isEmpty();
    }

    private void hint(Diagnostic diagnostic, String label) {
      diagnostic
          .hint()
          .ifPresent(
              hint -> out.append("  ").append(style.bold(label)).append(' ').append(safe(hint)));
    }

    private void excerpt(Diagnostic diagnostic) {
      SourceRange range = diagnostic.range();
      if (range.isWholeFile()) {
        return;
      }
      sources
          .line(range.file(), range.line())
          .map(line -> Excerpt.of(line, range, style.width() - GUTTER))
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
}
