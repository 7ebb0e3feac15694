package io.tenantsmith.patch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The schedule of a CronJob as its controller reads it, which is more than a tenant's file may
 * state: ranges with steps, and names.
 */
final class CronFields {

  private static final List<String> NAMES =
      List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
  private static final List<Integer> FIRST = List.of(0, 0, 1, 1, 0);
  private static final List<Integer> LAST = List.of(59, 23, 31, 12, 6);
  private static final int FIRST_WITH_WORDS = 3;
  private static final List<List<String>> WORDS =
      List.of(
          List.of(
              "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
          List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

  private CronFields() {}

  /** Whether the text is a schedule. */
  static boolean are(String text) {
    if (NAMES.contains(text)) {
      return true;
    }
    String[] fields = text.strip().split("\\s+", -1);
    if (fields.length != FIRST.size()) {
      return false;
    }
    for (int i = 0; i < fields.length; i++) {
      int field = i;
      if (!Arrays.stream(fields[i].split(",", -1)).allMatch(part -> isPart(part, field))) {
        return false;
      }
    }
    return true;
  }

  /** A star, a number or a range, each perhaps with a step. */
  private static boolean isPart(String part, int field) {
    String[] step = part.split("/", -1);
    if (step.length > 2 || (step.length == 2 && !step[1].matches("0*[1-9][0-9]{0,3}"))) {
      return false;
    }
    if (step[0].equals("*") || step[0].equals("?")) {
      return true;
    }
    String[] ends = step[0].split("-", -1);
    int first = value(ends[0], field);
    int last = ends.length == 1 ? first : value(ends[1], field);
    return ends.length < 3 && first >= 0 && last >= first;
  }

  private static int value(String text, int field) {
    if (field >= FIRST_WITH_WORDS) {
      int word = WORDS.get(field - FIRST_WITH_WORDS).indexOf(text.toLowerCase(Locale.ROOT));
      if (word >= 0) {
        return word + FIRST.get(field);
      }
    }
    int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    return number >= FIRST.get(field) && number <= LAST.get(field) ? number : -1;
  }
}
