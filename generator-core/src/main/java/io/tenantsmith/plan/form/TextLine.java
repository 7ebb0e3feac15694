package io.tenantsmith.plan.form;

import java.util.List;

/** One line of a text, and those on which it goes on. */
final class TextLine {

  private static final int GAP = 2;

  private final int width;
  private final List<String> lines;
  private final StringBuilder out = new StringBuilder();
  private int column;

  /** An empty line that is added to the lines once it is full. */
  TextLine(int width, List<String> lines) {
    this.width = width;
    this.lines = lines;
  }

  /** Columns that are taken. */
  int column() {
    return column;
  }

  /** A text of so many columns; it may hold colours. */
  void add(String text, int columns) {
    out.append(text);
    column += columns;
  }

  /** A cell that is kept whole, with a gap behind it. */
  void cell(String text, int columns) {
    int pad = Math.max(columns - TextRows.length(text), 0) + GAP;
    add(text + " ".repeat(pad), TextRows.length(text) + pad);
  }

  /** A cell that is broken between words if it does not fit; it goes on at an indent. */
  void text(String text, int indent, int columns) {
    int first = column;
    int start = column;
    for (String word : text.split(" ", -1)) {
      boolean mayBreak = column > start || start > indent;
      if (mayBreak && column + TextRows.length(word) > width) {
        next(indent);
        start = indent;
      }
      add(word + " ", TextRows.length(word) + 1);
    }
    int pad = Math.max(first + columns - column + GAP, 1);
    add(" ".repeat(pad), pad);
  }

  /** Goes on in the next line. */
  void next(int indent) {
    end();
    out.setLength(0);
    out.append(" ".repeat(indent));
    column = indent;
  }

  /** Adds the line, without blanks at its end. */
  void end() {
    lines.add(out.toString().stripTrailing());
  }
}
