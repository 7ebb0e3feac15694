package io.tenantsmith.model;

import java.util.AbstractList;
import java.util.List;

/** A list that says when somebody first looks into it. */
final class WatchedList<T> extends AbstractList<T> {

  private final List<T> list;
  private final Runnable onRead;
  private boolean read;

  WatchedList(List<T> list, Runnable onRead) {
    this.list = list;
    this.onRead = onRead;
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

  private void note() {
    if (!read) {
      read = true;
      onRead.run();
    }
  }
}
