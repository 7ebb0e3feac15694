package io.tenantsmith.git;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/**
 * The refs of a publish.
 *
 * @param base full name of the branch that the tree builds on
 * @param push full name of the branch that is moved; the same in direct mode
 */
public record Refs(String base, String push) {

  /** The refs of two branches. */
  public static Refs of(String baseBranch, String pushBranch) {
    return new Refs(Constants.R_HEADS + baseBranch, Constants.R_HEADS + pushBranch);
  }

  /** Whether a branch may have that name. */
  public static boolean isBranchName(String branch) {
    return !branch.startsWith("-") && Repository.isValidRefName(Constants.R_HEADS + branch);
  }

  /** Whether the branch that the tree builds on is the one that is moved. */
  boolean areOne() {
    return push.equals(base);
  }

  String pushBranch() {
    return push.substring(Constants.R_HEADS.length());
  }
}
