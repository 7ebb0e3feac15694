package io.tenantsmith.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of an input and the carets below it, cut around the place if it is long.
 *
 * @param line the line, safe to print
 * @param carets spaces and carets of the same width
 */
record Excerpt(String line, String carets) {

  private static final int MAX_WIDTH = 100;
  private static final int BEFORE = 30;
  private static final String CUT = "...";
  private static final String TAB = "    ";

  /** The excerpt of a line for a place in it. */
  static Excerpt of(String line, SourceRange range) {
    List<Cell> cells = new ArrayList<>();
    line.codePoints().forEach(point -> cells.add(Cell.of(point)));
    int start = Math.min(range.column() - 1, cells.size());
    int end = endOn(range, cells.size());
    int first = width(cells, 0, cells.size()) <= MAX_WIDTH ? 0 : firstShown(cells, start);
    int last = lastShown(cells, first);
    String lead = first == 0 ? "" : CUT;
    String shown = lead + text(cells, first, last) + (last < cells.size() ? CUT : "");
    int spaces = lead.length() + width(cells, first, start);
    int marks = Math.max(1, width(cells, start, Math.min(end, last)));
    return new Excerpt(shown, " ".repeat(spaces) + "^".repeat(marks));
  }

  /** Where the carets end; a place of several lines is marked to the end of its first line. */
  private static int endOn(SourceRange range, int size) {
    return range.endLine() > range.line() ? size : Math.min(range.endColumn() - 1, size);
  }

  private static int firstShown(List<Cell> cells, int start) {
    int first = start;
    int seen = 0;
    while (first > 0 && seen < BEFORE) {
      first--;
      seen += Math.max(1, cells.get(first).width());
    }
    return first;
  }

  /**
   * Index of the last cell to show; marks without a width count as one here, so that the line stays
   * short.
   */
  private static int lastShown(List<Cell> cells, int first) {
    int last = first;
    int seen = 0;
    while (last < cells.size() && seen + cells.get(last).width() <= MAX_WIDTH) {
      seen += Math.max(1, cells.get(last).width());
      last++;
    }
    return last;
  }

  private static int width(List<Cell> cells, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += cells.get(i).width();
    }
    return sum;
  }

  private static String text(List<Cell> cells, int from, int to) {
    StringBuilder out = new StringBuilder();
    cells.subList(from, to).forEach(cell -> out.append(cell.text()));
    return out.toString().stripTrailing();
  }

  /** One code point as shown. */
  private record Cell(String text, int width) {
    static Cell of(int point) {
      if (point == '\t') {
        return new Cell(TAB, TAB.length());
      }
      String text = Printable.point(point);
      return new Cell(text, Quoted.isPrintable(point) ? CellWidth.of(point) : text.length());
    }
  }
}
