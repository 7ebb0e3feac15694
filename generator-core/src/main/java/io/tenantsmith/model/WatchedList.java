package io.tenantsmith.model;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;

/** A list that notes in a log when somebody looks into it. */
final class WatchedList<T> extends AbstractList<T> {

  private final List<T> list;
  private final ReadLog log;
  private final Supplier<Reads> reads;
  private int notedIn = -1;

  WatchedList(List<T> list, ReadLog log, Supplier<Reads> reads) {
    this.list = list;
    this.log = log;
    this.reads = reads;
  }

  @Override
  public T get(int index) {
    note();
    return list.get(index);
  }

  @Override
  public int size() {
    note();
    return list.size();
  }

  /** Once is enough, until the log begins anew. */
  private void note() {
    if (notedIn != log.beginnings()) {
      notedIn = log.beginnings();
      log.note(reads.get());
    }
  }
}
