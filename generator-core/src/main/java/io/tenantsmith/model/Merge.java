package io.tenantsmith.model;

/** What becomes of a value when a higher layer states the same key. */
public enum Merge {
  /** The higher layer's value takes its place. */
  REPLACE,

  /** The higher layer's entries come beside it, or take the place of those of their name. */
  BY_KEY,

  /**
   * A feature: a tier allows it and turns it on, so what a layer below the tier turns off stays
   * off, and what that turns on changes nothing.
   */
  SWITCH_OFF
}
