package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Code;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a repository means that does not take a push. */
public final class RefusedPush {

  /** Each forge has its own words: GitHub (three), GitLab, Gitea, Bitbucket (two), Azure DevOps. */
  private static final Pattern PROTECTED =
      Pattern.compile(
          "gh006|gh013|protected branch|protected branches|branch is protected"
              + "|can only be modified through pull requests|branch permission"
              + "|must use a pull request");

  private static final Pattern TOO_LARGE =
      Pattern.compile("exceeds maximum allowed size|exceeds the maximum|larger than .* limit");

  private RefusedPush() {}

  /** The meaning of a server's words. */
  public static RemoteFailure of(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    if (TOO_LARGE.matcher(lower).find()) {
      return PushTooLarge.failure("refused the push for its size");
    }
    if (PROTECTED.matcher(lower).find()) {
      return RemoteFailure.lasting(
          Code.PUB723,
          "refused the push, since the branch is protected",
          "let this login push to it, or set publish.mode: branch and merge by a pull request");
    }
    if (lower.contains("is checked out")) {
      return RemoteFailure.lasting(
          Code.PUB703,
          "refused the push",
          "publish to a bare repository, or check out another branch there");
    }
    return RemoteFailure.lasting(
        Code.PUB703,
        "refused the push",
        "do what its words ask for; a hook or rule there decides, and nothing was changed");
  }
}
