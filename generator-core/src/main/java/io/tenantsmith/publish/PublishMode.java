package io.tenantsmith.publish;

import io.tenantsmith.git.CommitId;
import java.util.Locale;
import java.util.Optional;

/** To which branch a publish pushes. */
public enum PublishMode {
  /** To the branch itself. */
  DIRECT,
  /** To a branch of this input commit, for a pull request. */
  BRANCH,
  /** To the branch's name with {@code -next}, as GitOps Promoter expects. */
  NEXT_BRANCH;

  /** The word in fleet.yaml. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The mode of that word. */
  public static Optional<PublishMode> of(String label) {
    for (PublishMode mode : values()) {
      if (mode.label().equals(label)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  /** The branch that is pushed to. */
  String pushBranch(String branch, CommitId input) {
    return switch (this) {
      case DIRECT -> branch;
      case NEXT_BRANCH -> branch + "-next";
      case BRANCH -> "tenantsmith/" + branch + "/" + input.abbreviated();
    };
  }
}
