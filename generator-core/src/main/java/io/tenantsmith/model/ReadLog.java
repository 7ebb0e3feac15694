package io.tenantsmith.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Notes what one piece of work reads: of the settings that it watches, and of what others made
 * before. One log serves one call on one thread.
 */
public final class ReadLog {

  private final List<Settings> watched = new ArrayList<>();
  private final List<long[]> notes = new ArrayList<>();
  private final List<Reads> more = new ArrayList<>();
  private int beginnings;

  /** The same settings; what is read of them is noted here. */
  public Settings watch(Settings settings) {
    long[] bits = new long[(KeyTable.size() + 63) >> 6];
    Settings plain = settings.unwatched();
    watched.add(plain);
    notes.add(bits);
    return plain.noting(bits);
  }

  /** The same list; whoever looks into it has read what its items are made of. */
  public <T> List<T> watch(List<T> list, Supplier<Reads> reads) {
    return new WatchedList<>(list, this, reads);
  }

  /** The same list; each item is watched when somebody takes it. */
  public <T> List<T> watchEach(List<T> list, UnaryOperator<T> watched) {
    return new AbstractList<>() {
      @Override
      public T get(int index) {
        return watched.apply(list.get(index));
      }

      @Override
      public int size() {
        return list.size();
      }
    };
  }

  /**
   * Does a part of the work again and reports what that reads; what was noted before stays.
   *
   * @return what the part returns
   */
  public <T> T again(Supplier<T> part, Consumer<Reads> reads) {
    List<long[]> before = notes.stream().map(long[]::clone).toList();
    List<Reads> moreBefore = List.copyOf(more);
    notes.forEach(bits -> Arrays.fill(bits, 0));
    more.clear();
    beginnings++;
    T made = part.get();
    reads.accept(reads());
    for (int i = 0; i < before.size(); i++) {
      System.arraycopy(before.get(i), 0, notes.get(i), 0, before.get(i).length);
    }
    more.clear();
    more.addAll(moreBefore);
    beginnings++;
    return made;
  }

  /** Kept apart until somebody asks: what all tenants share notes what is behind each of them. */
  void note(Reads reads) {
    if (!reads.isEmpty()) {
      more.add(reads);
    }
  }

  /** How often the log began anew. */
  int beginnings() {
    return beginnings;
  }

  /** What has been read so far. */
  public Reads reads() {
    List<Reads> all = new ArrayList<>(more);
    for (int i = 0; i < notes.size(); i++) {
      all.add(Reads.of(watched.get(i), notes.get(i)));
    }
    return Reads.together(all);
  }
}
