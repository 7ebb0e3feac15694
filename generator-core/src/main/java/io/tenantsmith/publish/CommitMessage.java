package io.tenantsmith.publish;

import io.tenantsmith.git.CommitId;
import io.tenantsmith.output.Plan;

/**
 * The message of a commit: numbers and ids only. No text of a tenant goes in, so none can forge a
 * trailer.
 *
 * @param replaces id of the tree of the base, zeros if there was none
 */
record CommitMessage(CommitId input, Plan plan, String replaces) {

  String text() {
    return subject() + "\n\n" + body() + "\n" + trailers();
  }

  private String subject() {
    Plan.TenantChanges tenants = plan.tenants();
    String what = input.isKnown() ? "Render fleet at " + input.abbreviated() : "Render fleet";
    return what
        + (": " + tenants.added().size() + " added, ")
        + (tenants.changed().size() + " changed, ")
        + (tenants.removed().size() + " removed tenants");
  }

  private String body() {
    Plan.FileCounts files = plan.files();
    String from = input.isKnown() ? "commit " + input.sha() : "a folder that is in no repository";
    return ("Files: " + files.created() + " new, " + files.changed() + " changed, ")
        + (files.removed() + " removed, " + files.unchanged() + " unchanged.\n")
        + ("Rendered by " + plan.next().tool() + " from " + from + ".\n");
  }

  private String trailers() {
    return ("Tenantsmith-Input: " + input.sha() + "\n")
        + ("Tenantsmith-Tool: " + plan.next().tool() + "\n")
        + ("Tenantsmith-Replaces: " + replaces + "\n");
  }
}
