package io.tenantsmith.harness;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares texts and whole trees of files. A failure names the files that differ and shows the
 * first line that differs in the first of them, and nothing more.
 */
public final class SameFiles {

  private static final int MAX_NAMES = 10;
  private static final int MAX_COLUMNS = 200;
  private static final int COLUMNS_BEFORE = 60;

  private SameFiles() {}

  /** Fails unless both trees hold the same files; a tree is path to text. */
  public static void assertSame(Map<String, String> actual, Map<String, String> expected) {
    if (actual.equals(expected)) {
      return;
    }
    SortedSet<String> all = new TreeSet<>(expected.keySet());
    all.addAll(actual.keySet());
    List<String> lines = new ArrayList<>();
    lines.addAll(names("missing", all.stream().filter(f -> !actual.containsKey(f)).toList()));
    lines.addAll(names("unexpected", all.stream().filter(f -> !expected.containsKey(f)).toList()));
    List<String> different =
        all.stream()
            .filter(f -> actual.containsKey(f) && expected.containsKey(f))
            .filter(f -> !Objects.equals(actual.get(f), expected.get(f)))
            .toList();
    lines.addAll(names("different", different));
    if (!different.isEmpty()) {
      String first = different.get(0);
      lines.add(firstDifference(first, actual.get(first), expected.get(first)));
    }
    throw new AssertionError(String.join("\n", lines));
  }

  /** Fails unless both texts of a file are the same. */
  public static void assertSame(String file, String actual, String expected) {
    if (!actual.equals(expected)) {
      throw new AssertionError(firstDifference(file, actual, expected));
    }
  }

  private static List<String> names(String what, List<String> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    String more = files.size() > MAX_NAMES ? ", ..." : "";
    return List.of(
        files.stream()
            .limit(MAX_NAMES)
            .collect(Collectors.joining(", ", files.size() + " " + what + ": ", more)));
  }

  private static String firstDifference(String file, String actual, String expected) {
    Iterator<String> now = lines(actual).iterator();
    Iterator<String> then = lines(expected).iterator();
    int line = 0;
    String one;
    String other;
    do {
      line++;
      one = now.hasNext() ? now.next() : null;
      other = then.hasNext() ? then.next() : null;
    } while (one != null && one.equals(other));
    int from = Math.max(0, commonBeginning(one, other) - COLUMNS_BEFORE);
    String wanted = shown(other, from);
    return file + ":" + line + "\n  expected: " + wanted + "\n  actual:   " + shown(one, from);
  }

  /** How many characters both lines begin with; a line may be long. */
  private static int commonBeginning(String one, String other) {
    int common = 0;
    while (one != null
        && other != null
        && common < Math.min(one.length(), other.length())
        && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    return common;
  }

  /** Keeps the characters that end a line, so that they can differ, too. */
  private static List<String> lines(String text) {
    return List.of(text.split("(?<=\n)", -1));
  }

  private static String shown(String line, int from) {
    if (line == null) {
      return "(end of file)";
    }
    String visible = line.replace("\r", "\\r");
    visible =
        visible.endsWith("\n")
            ? visible.substring(0, visible.length() - 1)
            : visible + "(no line end)";
    String rest = from == 0 ? visible : "..." + visible.substring(Math.min(from, visible.length()));
    return rest.length() > MAX_COLUMNS ? rest.substring(0, MAX_COLUMNS) + "..." : rest;
  }
}
