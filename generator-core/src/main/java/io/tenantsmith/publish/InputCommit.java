package io.tenantsmith.publish;

import org.eclipse.jgit.lib.ObjectId;

/** The commit that the inputs were read from; zeros if they are in no repository. */
record InputCommit(ObjectId id) {

  static final InputCommit NONE = new InputCommit(ObjectId.zeroId());

  boolean isKnown() {
    return !id.equals(ObjectId.zeroId());
  }

  String sha() {
    return id.name();
  }

  String abbreviated() {
    return id.name().substring(0, 7);
  }
}
