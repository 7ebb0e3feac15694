package io.tenantsmith.planning.cause;

import io.tenantsmith.engine.Tool;
import io.tenantsmith.plan.Cause;
import java.util.function.Predicate;

/**
 * How the files of the base were made.
 *
 * @param isRenderedNow whether they are, without a look at them, what this tool renders of the
 *     base's inputs
 * @param tool name and version of the tool that wrote them
 * @param edited whether digests say that somebody edited the file of that path by hand
 */
public record BaseFacts(boolean isRenderedNow, String tool, Predicate<String> edited) {

  /** Files that were rendered for this plan. */
  public static BaseFacts renderedNow(String tool) {
    return new BaseFacts(true, tool, file -> false);
  }

  /** Why a file is not what the inputs of the base render to. */
  Found.Reason toolOrHand(Found found, String file) {
    return edited.test(file)
        ? found.other(Cause.Kind.HAND, file + " was edited by hand")
        : found.other(Cause.Kind.TOOL, versions());
  }

  /** A version that is not released yet has many builds. */
  private String versions() {
    return tool.equals(Tool.nameAndVersion())
        ? "another build of " + tool
        : tool + " -> " + Tool.version();
  }

  /** What is left where inputs and tool are the same. */
  static Found.Reason published(Found found) {
    return found.other(Cause.Kind.PUBLISHED, "what is published by now");
  }
}
