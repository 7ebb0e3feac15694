package io.tenantsmith.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One line of an input and the carets below it, cut around the place if it is long.
 *
 * @param line the line, safe to print
 * @param carets spaces and carets of the same width
 */
record Excerpt(String line, String carets) {

  private static final String CUT = "...";
  private static final String TAB = "    ";

  /** The excerpt of a line for a place in it, at most so many columns wide. */
  static Excerpt of(String line, SourceRange range, int columns) {
    List<Cell> cells = new ArrayList<>();
    Set<Integer> commands = Printable.commands(line);
    for (int point : line.codePoints().toArray()) {
      cells.add(commands.contains(cells.size()) ? Cell.escaped(point) : Cell.of(point));
    }
    int start = Math.min(range.column() - 1, cells.size());
    int end = endOn(range, cells.size());
    // A place behind the end has a caret of its own.
    boolean fits = width(cells, 0, cells.size()) + (start == cells.size() ? 1 : 0) <= columns;
    int room = columns - (fits ? 0 : 2 * CUT.length());
    int first = fits ? 0 : firstShown(cells, start, room);
    int last = fits ? cells.size() : lastShown(cells, first, room);
    String lead = first == 0 ? "" : CUT;
    String shown = lead + text(cells, first, last) + (last < cells.size() ? CUT : "");
    int spaces = lead.length() + width(cells, first, start);
    int marks = Math.max(1, width(cells, start, Math.min(end, last)));
    return new Excerpt(shown.stripTrailing(), " ".repeat(spaces) + "^".repeat(marks));
  }

  /** Where the carets end; a place of several lines is marked to the end of its first line. */
  private static int endOn(SourceRange range, int size) {
    return range.endLine() > range.line() ? size : Math.min(range.endColumn() - 1, size);
  }

  /** Before the place stands a third of the room, or more if the rest of the line needs less. */
  private static int firstShown(List<Cell> cells, int start, int room) {
    int behind = Math.max(1, cells.stream().skip(start).mapToInt(Cell::room).sum());
    int before = Math.max(room / 3, room - behind);
    int first = start;
    int seen = 0;
    while (first > 0 && seen + cells.get(first - 1).room() <= before) {
      first--;
      seen += cells.get(first).room();
    }
    // No mark is torn off the character that it joins.
    while (first > 0 && first < start && cells.get(first).width() == 0) {
      first++;
    }
    return first;
  }

  /** Index of the last cell to show. */
  private static int lastShown(List<Cell> cells, int first, int room) {
    int last = first;
    int seen = 0;
    while (last < cells.size() && seen + cells.get(last).room() <= room) {
      seen += cells.get(last).room();
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
    return out.toString();
  }

  /** One code point as shown. */
  private record Cell(String text, int width) {
    static Cell of(int point) {
      if (point == '\t') {
        return new Cell(TAB, TAB.length());
      }
      if (Quoted.isPrintable(point) && CellWidth.isSure(point)) {
        return new Cell(Character.toString(point), CellWidth.of(point));
      }
      return escaped(point);
    }

    static Cell escaped(int point) {
      String text = Printable.escape(point);
      return new Cell(text, text.length());
    }

    /** Marks without a width count as one where a line is cut, so that it stays short. */
    int room() {
      return Math.max(1, width);
    }
  }
}
