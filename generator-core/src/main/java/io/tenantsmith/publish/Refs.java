package io.tenantsmith.publish;

import org.eclipse.jgit.lib.Constants;

/**
 * The refs of a publish.
 *
 * @param base full name of the branch that the tree builds on
 * @param push full name of the branch that is moved; the same in direct mode
 */
record Refs(String base, String push) {

  static Refs of(String baseBranch, String pushBranch) {
    return new Refs(Constants.R_HEADS + baseBranch, Constants.R_HEADS + pushBranch);
  }

  String pushBranch() {
    return push.substring(Constants.R_HEADS.length());
  }
}
