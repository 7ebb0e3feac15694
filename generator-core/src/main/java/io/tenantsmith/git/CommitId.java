package io.tenantsmith.git;

import org.eclipse.jgit.lib.ObjectId;

/**
 * The id of a commit.
 *
 * @param sha 40 hexadecimal digits; zeros for no commit
 */
public record CommitId(String sha) {

  /** No commit. */
  public static final CommitId NONE = new CommitId("0".repeat(40));

  static CommitId of(ObjectId id) {
    return new CommitId(id.name());
  }

  ObjectId object() {
    return ObjectId.fromString(sha);
  }

  /** Whether there is such a commit. */
  public boolean isKnown() {
    return !equals(NONE);
  }

  /** The first seven digits. */
  public String abbreviated() {
    return sha.substring(0, 7);
  }
}
