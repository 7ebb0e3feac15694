package io.tenantsmith.plan.form;

import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.DangerKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Fits groups into a number of characters: with all lines as long as they fit, then with one line
 * each, and the rest as exact numbers.
 *
 * @param whole all lines of a group
 * @param line its one line
 * @param part where not all lines of all groups fit, those of the first ones get this part
 * @param size what a line takes, without its end
 * @param seen how to see the rest
 */
record MarkdownCut(
    Function<ChangeGroup, List<String>> whole,
    Function<ChangeGroup, String> line,
    double part,
    ToIntFunction<String> size,
    String seen) {

  /** Room for the sentence about the rest. */
  private static final int RESERVE = 700;

  /** The lines of groups that fit, and a last one about what was left out. */
  List<String> fit(List<ChangeGroup> groups, int free) {
    List<String> all = new ArrayList<>();
    if (detailed(groups, free, all) == groups.size()) {
      return all;
    }
    List<String> lines = new ArrayList<>();
    int left = free - RESERVE;
    int detailed = detailed(groups, (int) (left * part), lines);
    left -= sizeOf(lines);
    int shown = detailed;
    while (shown < groups.size()) {
      String next = line.apply(groups.get(shown));
      left -= size.applyAsInt(next) + 1;
      if (left < 0) {
        break;
      }
      lines.add(next);
      shown++;
    }
    lines.add("");
    lines.add(rest(groups.subList(shown, groups.size()), shown - detailed));
    return lines;
  }

  /** Adds all lines of the first groups as long as they fit; how many groups that are. */
  private int detailed(List<ChangeGroup> groups, int free, List<String> lines) {
    int left = free;
    for (int i = 0; i < groups.size(); i++) {
      List<String> next = whole.apply(groups.get(i));
      left -= sizeOf(next);
      if (left < 0) {
        return i;
      }
      lines.addAll(next);
    }
    return groups.size();
  }

  private int sizeOf(List<String> lines) {
    return lines.stream().mapToInt(line -> size.applyAsInt(line) + 1).sum();
  }

  private String rest(List<ChangeGroup> groups, int lines) {
    List<String> parts = new ArrayList<>();
    if (!groups.isEmpty()) {
      parts.add(
          Counted.of(groups.size(), "change")
              + " of "
              + Counted.of(tenants(groups), "tenant")
              + dangers(groups));
    }
    if (lines > 0) {
      String more = groups.isEmpty() ? "" : "more ";
      parts.add("the fields of " + Counted.of(lines, more + "change"));
    }
    return "**Left out here: " + String.join(", and ", parts) + ".** " + seen;
  }

  private static long tenants(List<ChangeGroup> groups) {
    return groups.stream().mapToLong(group -> group.tenants().size()).sum();
  }

  /** Each kind of danger among them, with the number of changes. */
  private static String dangers(List<ChangeGroup> groups) {
    Map<DangerKind, Integer> kinds = new EnumMap<>(DangerKind.class);
    groups.forEach(
        group -> GroupPhrase.kinds(group).forEach(kind -> kinds.merge(kind, 1, Integer::sum)));
    List<String> parts = new ArrayList<>();
    kinds.forEach((kind, count) -> parts.add(Counted.of(count) + " with " + kind.label()));
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }
}
