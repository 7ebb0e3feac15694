package io.tenantsmith.inspection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a map or list of earlier tenants, entry by entry. A template renders what is
 * the same for all tenants as the very same instance, and rendered values are immutable; so a value
 * that is the same instance as last time holds what it held then.
 */
final class Recall {

  /** Maps with more keys are those that tenants fill. */
  private static final int MAX_KEYS = 64;

  private final boolean remembers;
  private Cell[] cells = {};
  private int size;
  private int next;

  /**
   * A memory without content.
   *
   * @param remembers whether anything ever is
   */
  Recall(boolean remembers) {
    this.remembers = remembers;
  }

  /** Starts at the beginning of a map. */
  void begin() {
    next = 0;
  }

  /** The cell of the next key of a map; the keys of one template always come in the same order. */
  Cell next(Object key, KeyBook keys) {
    if (next < size && cells[next].step == key) {
      return cells[next++];
    }
    for (int i = 0; i < size; i++) {
      int at = next + i < size ? next + i : next + i - size;
      if (cells[at].step == key || cells[at].step.equals(key)) {
        next = at + 1;
        return cells[at];
      }
    }
    next = size + 1;
    return added(new Cell(key, keys.of(key.toString()).traits(), remembers));
  }

  /**
   * The cell of an item.
   *
   * @param traits the traits of the list
   */
  Cell item(int index, int traits) {
    return index < size ? cells[index] : added(new Cell(index, traits, remembers));
  }

  private Cell added(Cell cell) {
    if (remembers && size < MAX_KEYS) {
      if (size == cells.length) {
        cells = Arrays.copyOf(cells, Math.max(4, size * 2));
      }
      cells[size++] = cell;
    }
    return cell;
  }

  /** What was found under one key, or in one item. */
  static final class Cell {

    private final Object step;
    private final int traits;
    private final boolean remembers;
    private @Nullable Recall fields;
    private @Nullable Recall items;
    private @Nullable Object value;
    private @Nullable Spot spot;

    Cell(Object step, int traits, boolean remembers) {
      this.step = step;
      this.traits = traits;
      this.remembers = remembers;
    }

    Object step() {
      return step;
    }

    /** Why rules look at the value there, whatever it is. */
    int traits() {
      return traits;
    }

    /** Whether that value was there the last time. */
    boolean holds(@Nullable Object other) {
      return value == other && value != null;
    }

    /** What was found the last time. */
    @Nullable Spot spot() {
      return spot;
    }

    void keep(@Nullable Object found, @Nullable Spot itsSpot) {
      value = found;
      spot = itsSpot;
    }

    /** What is remembered about the map there. */
    Recall fields() {
      Recall known = fields;
      if (known == null) {
        known = new Recall(remembers);
        fields = known;
      }
      return known;
    }

    /** What is remembered about the list there. */
    Recall items() {
      Recall known = items;
      if (known == null) {
        known = new Recall(remembers);
        items = known;
      }
      return known;
    }
  }
}
