package io.tenantsmith.model;

/** What becomes of a value when a higher layer states the same key. */
public enum Merge {
  /** The higher layer's value takes its place. */
  REPLACE,

  /** The higher layer's entries are added, or replace those of the same name. */
  BY_KEY,

  /**
   * A feature: a tier allows it and turns it on, so a layer below the tier can turn it off, but
   * turning it on there changes nothing.
   */
  SWITCH_OFF
}
