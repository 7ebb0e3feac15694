package io.tenantsmith.schema;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant to write. */
final class Closest {

  private static final int MAX_LENGTH = 60;

  private Closest() {}

  /** The candidate that is at most a third of its letters away; style and case cost nothing. */
  static Optional<String> to(String text, Collection<String> candidates) {
    String wanted = folded(text);
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : text.length() > MAX_LENGTH ? List.<String>of() : candidates) {
      String folded = folded(candidate);
      int distance = distance(wanted, folded);
      int allowed = Math.max(1, folded.length() / 3);
      if (distance <= allowed && distance < folded.length() && distance < least) {
        best = candidate;
        least = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
  }

  /** Insertions, deletions, replacements and swaps of neighbours. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] cost) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = cost[i - 1][j - 1] + (same ? 0 : 1);
    least = Math.min(least, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
