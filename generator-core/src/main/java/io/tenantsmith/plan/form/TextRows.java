package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.plan.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Rows in columns, as wide as the terminal: what does not fit goes on in the next line. */
final class TextRows {

  private static final int WHO = 24;
  private static final int INDENT = 8;
  private static final int SIGN = 4;

  private final List<Item> items = new ArrayList<>();
  private final Style style;

  TextRows(Style style) {
    this.style = style;
  }

  private sealed interface Item permits Row, Below, Diff {}

  /**
   * The row of a group; its first change is followed by columns if it is one of {@code CHANGED}.
   */
  private record Row(Fate fate, String who, List<String> changes, String dangers, String because)
      implements Item {

    boolean isColumns() {
      return fate == Fate.CHANGED && !(dangers.isEmpty() && because.isEmpty());
    }

    String change() {
      return changes.get(0);
    }
  }

  private record Below(String text, int indent) implements Item {}

  private record Diff(String line, int indent) implements Item {}

  /** The row of a group, with at least one change. */
  void group(Fate fate, String who, List<String> changes, String dangers, String because) {
    List<String> shown = changes.stream().map(TextRows::safe).toList();
    items.add(new Row(fate, safe(who), shown, safe(dangers), safe(because)));
  }

  /** A line below it, indented. */
  void below(String text, int indent) {
    items.add(new Below(safe(text), indent));
  }

  /** A line of a unified diff. */
  void diff(String line, int indent) {
    items.add(new Diff(safe(line), indent));
  }

  /** All of them as lines. */
  List<String> lines() {
    int who = Math.min(widest(row -> length(row.who)), WHO);
    int half = style.width() / 2;
    int change = widest(row -> row.isColumns() ? fitting(row.change(), half) : 0);
    int dangers = widest(row -> row.isColumns() ? length(row.dangers) : 0);
    List<String> lines = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Row row) {
        row(row, new Widths(who, change, dangers), lines);
      } else if (item instanceof Below below) {
        lines.addAll(folded(below.text, below.indent, style.width(), below.indent + 2));
      } else if (item instanceof Diff diff) {
        lines.add(coloured(diff));
      }
    }
    return lines;
  }

  private record Widths(int who, int change, int dangers) {}

  private static int fitting(String text, int most) {
    return length(text) <= most ? length(text) : 0;
  }

  private int widest(ToIntFunction<Row> length) {
    return items.stream()
        .mapToInt(item -> item instanceof Row row ? length.applyAsInt(row) : 0)
        .max()
        .orElse(0);
  }

  private String coloured(Diff diff) {
    String line = " ".repeat(diff.indent) + diff.line;
    if (diff.line.startsWith("+")) {
      return style.added(line);
    }
    return diff.line.startsWith("-") ? style.removed(line) : line;
  }

  /** Dangers and causes stand behind the first change, or below all if there is no room. */
  private void row(Row row, Widths widths, List<String> lines) {
    TextLine line = new TextLine(style.width(), lines);
    line.add("  " + signed(row.fate) + " ", SIGN);
    line.cell(row.who, widths.who);
    int at = line.column();
    line.text(row.change(), at, row.isColumns() ? widths.change : 0);
    int dangers = Math.max(length(row.dangers), row.isColumns() ? widths.dangers : 0);
    int behind = dangers + (dangers == 0 ? 0 : 2) + length(row.because);
    boolean fits = line.column() + behind <= style.width();
    if (fits) {
      behind(row, dangers, line);
    }
    for (String change : row.changes.subList(1, row.changes.size())) {
      line.next(at);
      line.text(change, at, 0);
    }
    if (!fits) {
      line.next(INDENT);
      behind(row, length(row.dangers), line);
    }
    line.end();
  }

  private void behind(Row row, int dangers, TextLine line) {
    if (dangers > 0) {
      String label = row.dangers.isEmpty() ? "" : style.danger(row.dangers);
      line.add(label + " ".repeat(dangers - length(row.dangers) + 2), dangers + 2);
    }
    line.text(row.because, INDENT, 0);
  }

  private String signed(Fate fate) {
    return switch (fate) {
      case ADDED -> style.added(fate.sign());
      case REMOVED -> style.removed(fate.sign());
      case CHANGED -> style.changed(fate.sign());
    };
  }

  /** A text broken between words; lines behind the first have an indent of their own. */
  static List<String> folded(String text, int indent, int width, int next) {
    List<String> lines = new ArrayList<>();
    TextLine line = new TextLine(width, lines);
    line.next(indent);
    lines.clear();
    line.text(text, next, 0);
    line.end();
    return lines;
  }

  /** Without anything that a terminal would interpret. */
  static String safe(String text) {
    return Quoted.line(text);
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
