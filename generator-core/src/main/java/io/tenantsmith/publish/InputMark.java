package io.tenantsmith.publish;

import io.tenantsmith.git.CommitId;

/**
 * Where rendered files come from, as trailers and hydrator.metadata state it.
 *
 * @param commit the input commit; zeros if the inputs were in no repository
 * @param dirty whether the inputs differed from it
 */
record InputMark(CommitId commit, boolean dirty) {

  static final String DIRTY = "-dirty";

  /** The id in full, marked if it is not the whole truth. */
  String text() {
    return commit.sha() + (dirty ? DIRTY : "");
  }

  /** The id in seven digits, marked if it is not the whole truth. */
  String abbreviated() {
    return commit.abbreviated() + (dirty ? DIRTY : "");
  }
}
