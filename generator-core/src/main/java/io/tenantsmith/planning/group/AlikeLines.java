package io.tenantsmith.planning.group;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The lines in which the files of one tenant differ, each with the lines that it is nested in, its
 * own names replaced by placeholders. Tenants that agree in them change alike, as far as that can
 * be told without a look at objects: it costs a thousandth of it.
 */
public final class AlikeLines {

  /** What follows from other lines and differs from tenant to tenant. */
  private static final Pattern DIGEST =
      Pattern.compile("-[0-9a-f]{8}(?![0-9a-z])|(?<=-digest: ).*");

  private static final String DOCUMENT = "---";

  private final Placeholders names;
  private final ChangeDigest digest = new ChangeDigest();

  /**
   * The lines of a tenant.
   *
   * @param alike what else tenants have in common that change alike, for instance the tier
   */
  public AlikeLines(OwnNames names, String alike) {
    this.names = new Placeholders(names.byText());
    digest.add(alike);
  }

  /** Adds a file that differs; an empty text stands for none. */
  public void add(String file, String before, String after) {
    digest.add(file);
    if (before.isEmpty() || after.isEmpty()) {
      digest.add(before.isEmpty() ? "+" : "-").add(placed(before + after));
      return;
    }
    List<String> old = lines(before);
    List<String> now = lines(after);
    int start = 0;
    int most = Math.min(old.size(), now.size());
    while (start < most && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    int found = digest("-", old, start, old.size() - end, counts(now, start, now.size() - end));
    found += digest("+", now, start, now.size() - end, counts(old, start, old.size() - end));
    if (found == 0) {
      // the same lines in another order
      now.subList(start, now.size() - end).forEach(line -> digest.add(placed(line)));
    }
  }

  /** What tenants agree in that change alike. */
  public Object value() {
    return digest.value();
  }

  private static List<String> lines(String text) {
    return Arrays.asList(text.split("\n", -1));
  }

  private static Map<String, Integer> counts(List<String> lines, int from, int to) {
    Map<String, Integer> counts = new HashMap<>();
    lines.subList(from, to).forEach(line -> counts.merge(line, 1, Integer::sum));
    return counts;
  }

  /** Adds the lines that the other text has not; gives their number. */
  private int digest(String sign, List<String> lines, int from, int to, Map<String, Integer> rest) {
    int added = 0;
    for (int i = from; i < to; i++) {
      int others = rest.getOrDefault(lines.get(i), 0);
      if (others > 0) {
        rest.put(lines.get(i), others - 1);
      } else {
        digest.add(sign);
        around(lines, i).forEach(line -> digest.add(placed(line)));
        added++;
      }
    }
    return added;
  }

  /** A line and those that it is nested in, the outermost first, with the number of its object. */
  private static List<String> around(List<String> lines, int index) {
    Deque<String> chain = new ArrayDeque<>();
    chain.addFirst(lines.get(index));
    int indent = indent(lines.get(index));
    int documents = 0;
    for (int i = index - 1; i >= 0; i--) {
      String line = lines.get(i);
      if (line.equals(DOCUMENT)) {
        documents++;
      } else if (documents == 0 && !line.isEmpty() && indent(line) < indent) {
        indent = indent(line);
        chain.addFirst(line);
      }
    }
    chain.addFirst(Integer.toString(documents));
    return new ArrayList<>(chain);
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '-')) {
      indent++;
    }
    return indent;
  }

  private String placed(String text) {
    return DIGEST.matcher(names.placed(text)).replaceAll("#");
  }
}
