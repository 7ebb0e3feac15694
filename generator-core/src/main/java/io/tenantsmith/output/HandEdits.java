package io.tenantsmith.output;

/** What to do about a managed file that somebody edited or removed. */
public enum HandEdits {
  /** Report it and write nothing; generate can be told to replace it. */
  REFUSE,
  /** Report it and write nothing; the tree is a branch, where no command replaces it. */
  REFUSE_ON_BRANCH,
  /** Replace it with the generated state. */
  OVERWRITE
}
