package io.tenantsmith.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Suggestion {

  private static final int MAX_LENGTH = 64;

  private Suggestion() {}

  /**
   * The known word nearest to the given one, at most a third of its letters away; separators and
   * case do not count.
   */
  public static Optional<String> closest(String given, Collection<String> known) {
    if (given.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String folded = fold(given);
    return known.stream()
        .filter(word -> isNear(folded, fold(word)))
        .min(
            Comparator.<String>comparingInt(word -> distance(folded, fold(word)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A hint such as {@code did you mean "pro"?}, or the list of known words. */
  public static String hint(String given, Collection<String> known) {
    return closest(given, known)
        .map(word -> "did you mean " + Quoted.quote(word) + "?")
        .orElseGet(() -> "there is " + list(known));
  }

  private static String list(Collection<String> known) {
    return known.isEmpty()
        ? "none"
        : String.join(", ", known.stream().sorted().limit(12).map(Quoted::escape).toList());
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
  }

  /** Whether a word is close enough; a word of one letter is close to none. */
  private static boolean isNear(String given, String known) {
    int distance = distance(given, known);
    return distance <= Math.max(1, known.length() / 3) && distance < known.length();
  }

  /** Number of inserted, removed, replaced or swapped letters. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
      for (int j = 1; j <= b.length(); j++) {
        cost[0][j] = j;
        cost[i][j] = i == 0 ? j : step(cost, a, b, new int[] {i, j});
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int[] at) {
    int i = at[0];
    int j = at[1];
    int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
