package io.tenantsmith.output;

/** What to do about a managed file that somebody edited or removed. */
public enum HandEdits {
  /** Say so and write nothing. */
  REFUSE,
  /** Take the generated state. */
  OVERWRITE
}
