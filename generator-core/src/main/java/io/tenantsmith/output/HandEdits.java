package io.tenantsmith.output;

/** What to do about a managed file that somebody edited or removed. */
public enum HandEdits {
  /** Report it and write nothing. */
  REFUSE,
  /** Replace it with the generated state. */
  OVERWRITE
}
