package io.tenantsmith.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Which items of two lists are the same, in order: the longest common part as Myers' greedy search
 * finds it. Lists that have very little in common count as different in all their middle.
 *
 * @param removed the indexes of old items that have no counterpart
 * @param added the indexes of new items that have none
 */
public record Alignment(BitSet removed, BitSet added) {

  /** What a longer search finds, nobody reads; its memory grows with the square. */
  private static final int MOST_DIFFERENCES = 1500;

  /** Aligns two lists. */
  public static <T> Alignment of(List<T> before, List<T> after, BiPredicate<T, T> same) {
    int start = 0;
    int shorter = Math.min(before.size(), after.size());
    while (start < shorter && same.test(before.get(start), after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && same.test(before.get(before.size() - 1 - end), after.get(after.size() - 1 - end))) {
      end++;
    }
    Alignment alignment = new Alignment(new BitSet(), new BitSet());
    alignment.removed.set(start, before.size() - end);
    alignment.added.set(start, after.size() - end);
    List<T> old = before.subList(start, before.size() - end);
    List<T> now = after.subList(start, after.size() - end);
    if (!old.isEmpty() && !now.isEmpty()) {
      new Search<>(old, now, same).into(alignment, start);
    }
    return alignment;
  }

  /** Stretches in which the lists differ, in order. */
  public List<Gap> gaps(int before, int after) {
    List<Gap> gaps = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before || j < after) {
      int oldEnd = removed.get(i) ? removed.nextClearBit(i) : i;
      int newEnd = added.get(j) ? added.nextClearBit(j) : j;
      if (oldEnd > i || newEnd > j) {
        gaps.add(new Gap(i, oldEnd, j, newEnd));
      }
      i = oldEnd + 1;
      j = newEnd + 1;
    }
    return gaps;
  }

  /**
   * A stretch in which the lists differ.
   *
   * @param from the first old index
   * @param to the old index behind it
   * @param newFrom the first new index
   * @param newTo the new index behind it
   */
  public record Gap(int from, int to, int newFrom, int newTo) {}

  /**
   * Myers' search; it keeps the furthest point of each diagonal after each number of differences.
   */
  private static final class Search<T> {

    private final List<T> before;
    private final List<T> after;
    private final BiPredicate<T, T> same;
    private final List<int[]> rounds = new ArrayList<>();
    private final int middle;
    private int[] furthest;

    Search(List<T> before, List<T> after, BiPredicate<T, T> same) {
      this.before = before;
      this.after = after;
      this.same = same;
      this.middle = Math.min(before.size() + after.size(), MOST_DIFFERENCES) + 1;
      this.furthest = new int[2 * middle + 1];
    }

    void into(Alignment alignment, int start) {
      for (int d = 0; d < middle; d++) {
        rounds.add(Arrays.copyOfRange(furthest, middle - d, middle + d + 1));
        if (advance(d)) {
          trace(alignment, start, d);
          return;
        }
      }
    }

    /** One difference more on every diagonal; whether the ends of both lists are reached. */
    private boolean advance(int d) {
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || (k != d && at(k - 1) < at(k + 1));
        int x = down ? at(k + 1) : at(k - 1) + 1;
        int y = x - k;
        while (x < before.size() && y < after.size() && same.test(before.get(x), after.get(y))) {
          x++;
          y++;
        }
        furthest[middle + k] = x;
        if (x >= before.size() && y >= after.size()) {
          return true;
        }
      }
      return false;
    }

    private int at(int diagonal) {
      return furthest[middle + diagonal];
    }

    /** Goes back from the ends; what is passed diagonally is the same. */
    private void trace(Alignment alignment, int start, int differences) {
      int x = before.size();
      int y = after.size();
      for (int d = differences; d >= 0; d--) {
        int k = x - y;
        int[] round = rounds.get(d);
        boolean down = k == -d || (k != d && round(round, d, k - 1) < round(round, d, k + 1));
        int fromX = d == 0 ? 0 : round(round, d, down ? k + 1 : k - 1);
        int fromY = d == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
        int stop = d == 0 ? 0 : fromX + (down ? 0 : 1);
        while (x > stop) {
          x--;
          y--;
          alignment.removed.clear(start + x);
          alignment.added.clear(start + y);
        }
        x = fromX;
        y = fromY;
      }
    }

    /** The furthest point of a diagonal before a round. */
    private static int round(int[] round, int d, int diagonal) {
      return round[d + diagonal];
    }
  }
}
