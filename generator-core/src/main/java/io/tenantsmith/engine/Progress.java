package io.tenantsmith.engine;

/** Hears how far a run is. */
public interface Progress {

  /** Hears nothing. */
  Progress NONE = (what, done, total) -> {};

  /**
   * Some work of a kind is done.
   *
   * @param what for instance {@code rendering}
   */
  void at(String what, int done, int total);
}
