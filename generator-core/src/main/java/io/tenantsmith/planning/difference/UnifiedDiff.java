package io.tenantsmith.planning.difference;

import io.tenantsmith.objects.Alignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two texts line by line, as {@code diff -u} shows them, without the names of files. */
final class UnifiedDiff {

  private static final int CONTEXT = 3;

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
      before.subList(next, gap.from()).forEach(line -> shown.add(" " + line));
      before.subList(gap.from(), gap.to()).forEach(line -> shown.add("-" + line));
      after.subList(gap.newFrom(), gap.newTo()).forEach(line -> shown.add("+" + line));
      next = gap.to();
    }
    before.subList(next, to).forEach(line -> shown.add(" " + line));
  }

  /** The number of the first line and how many there are; the line before it if there are none. */
  private static String range(int from, int to) {
    int count = to - from;
    int line = count == 0 ? from : from + 1;
    return count == 1 ? "" + line : line + "," + count;
  }

  /** A text that does not end with a line break ends with a line that says so. */
  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    } else {
      int last = lines.size() - 1;
      lines.set(last, lines.get(last) + "\n\\ No newline at end of file");
    }
    return lines;
  }
}
