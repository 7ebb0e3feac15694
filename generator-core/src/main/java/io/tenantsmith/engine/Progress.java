package io.tenantsmith.engine;

/** Listens to the progress of a run. */
public interface Progress {

  /** Ignores all progress. */
  Progress NONE = (what, done, total) -> {};

  /**
   * Reports that a part of some work is done.
   *
   * @param what for instance {@code rendering}
   */
  void at(String what, int done, int total);
}
