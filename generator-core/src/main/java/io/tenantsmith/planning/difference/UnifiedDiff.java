package io.tenantsmith.planning.difference;

import io.tenantsmith.objects.Alignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two texts line by line, as {@code diff -u} shows them, without the names of files. */
final class UnifiedDiff {

  private static final int CONTEXT = 3;

  /** No line holds a line break. */
  private static final String OPEN = "\n";

  private final List<String> before;
  private final List<String> after;
  private final List<String> shown = new ArrayList<>();

  private UnifiedDiff(String before, String after) {
    this.before = lines(before);
    this.after = lines(after);
  }

  static List<String> of(String before, String after) {
    UnifiedDiff diff = new UnifiedDiff(before, after);
    List<Alignment.Gap> gaps =
        Alignment.of(diff.before, diff.after, String::equals)
            .gaps(diff.before.size(), diff.after.size());
    int first = 0;
    for (int i = 1; i <= gaps.size(); i++) {
      if (i == gaps.size() || gaps.get(i).from() - gaps.get(i - 1).to() > 2 * CONTEXT) {
        diff.show(gaps.subList(first, i));
        first = i;
      }
    }
    return diff.shown;
  }

  /** Stretches so near that their context meets. */
  private void show(List<Alignment.Gap> gaps) {
    Alignment.Gap first = gaps.get(0);
    Alignment.Gap last = gaps.get(gaps.size() - 1);
    int from = Math.max(0, first.from() - CONTEXT);
    int to = Math.min(before.size(), last.to() + CONTEXT);
    int newFrom = first.newFrom() - (first.from() - from);
    int newTo = last.newTo() + (to - last.to());
    shown.add("@@ -" + range(from, to) + " +" + range(newFrom, newTo) + " @@");
    int next = from;
    for (Alignment.Gap gap : gaps) {
      show(" ", before.subList(next, gap.from()));
      show("-", before.subList(gap.from(), gap.to()));
      show("+", after.subList(gap.newFrom(), gap.newTo()));
      next = gap.to();
    }
    show(" ", before.subList(next, to));
  }

  private void show(String sign, List<String> lines) {
    for (String line : lines) {
      boolean isOpen = line.endsWith(OPEN);
      shown.add(sign + (isOpen ? line.substring(0, line.length() - OPEN.length()) : line));
      if (isOpen) {
        shown.add("\\ No newline at end of file");
      }
    }
  }

  /** The number of the first line and how many there are; the line before it if there are none. */
  private static String range(int from, int to) {
    int count = to - from;
    int line = count == 0 ? from : from + 1;
    return count == 1 ? "" + line : line + "," + count;
  }

  /** The last line of a text without a last line break is marked, since it differs by that. */
  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    } else {
      int last = lines.size() - 1;
      lines.set(last, lines.get(last) + OPEN);
    }
    return lines;
  }
}
