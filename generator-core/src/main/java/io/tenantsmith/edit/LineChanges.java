package io.tenantsmith.edit;

import io.tenantsmith.edit.EditedLine.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line: the fewest lines, and some kept ones around. */
final class LineChanges {

  private static final int AROUND = 2;

  private final List<String> before;
  private final List<String> after;
  private final int[][] common;

  private LineChanges(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    this.common = new int[before.size() + 1][after.size() + 1];
  }

  static List<EditedLine> between(byte[] before, byte[] after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    int head = head(old, now);
    int tail = tail(old, now, head);
    List<EditedLine> all = new ArrayList<>();
    for (int i = 0; i < head; i++) {
      all.add(new EditedLine(Kind.KEPT, i + 1, now.get(i)));
    }
    new LineChanges(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail))
        .addTo(all, head);
    for (int i = now.size() - tail; i < now.size(); i++) {
      all.add(new EditedLine(Kind.KEPT, i + 1, now.get(i)));
    }
    return around(all);
  }

  private static List<String> lines(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
  }

  private static int head(List<String> old, List<String> now) {
    int head = 0;
    int limit = Math.min(old.size(), now.size());
    while (head < limit && old.get(head).equals(now.get(head))) {
      head++;
    }
    return head;
  }

  private static int tail(List<String> old, List<String> now, int head) {
    int tail = 0;
    int limit = Math.min(old.size(), now.size()) - head;
    while (tail < limit && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    return tail;
  }

  private void addTo(List<EditedLine> all, int head) {
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        all.add(new EditedLine(Kind.KEPT, head + j + 1, after.get(j++)));
        i++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        all.add(new EditedLine(Kind.REMOVED, head + i + 1, before.get(i++)));
      } else {
        all.add(new EditedLine(Kind.ADDED, head + j + 1, after.get(j++)));
      }
    }
  }

  /** Those lines that change, and a few around them. */
  private static List<EditedLine> around(List<EditedLine> all) {
    List<EditedLine> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<EditedLine> near =
          all.subList(Math.max(0, i - AROUND), Math.min(all.size(), i + AROUND + 1));
      if (near.stream().anyMatch(line -> line.kind() != Kind.KEPT)) {
        shown.add(all.get(i));
      }
    }
    return shown;
  }
}
