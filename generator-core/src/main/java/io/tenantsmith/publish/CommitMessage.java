package io.tenantsmith.publish;

import io.tenantsmith.output.Plan;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The message of a commit: numbers and ids only. No text of a tenant goes in, so none can forge a
 * trailer.
 *
 * @param replaces tree of the base, or null if there was none
 */
record CommitMessage(InputCommit input, String tool, Plan plan, @Nullable ObjectId replaces) {

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
        + ("Rendered by " + tool + " from " + from + ".\n");
  }

  private String trailers() {
    String replaced = replaces == null ? ObjectId.zeroId().name() : replaces.name();
    return ("Tenantsmith-Input: " + input.sha() + "\n")
        + ("Tenantsmith-Tool: " + tool + "\n")
        + ("Tenantsmith-Replaces: " + replaced + "\n");
  }
}
