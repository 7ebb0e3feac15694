package io.tenantsmith.publish;

import io.tenantsmith.output.Plan;

/**
 * The message of a commit: numbers and ids only. No text of a tenant goes in, so none can forge a
 * trailer.
 *
 * @param input the inputs that were rendered
 * @param part what was rendered of them, empty for all
 * @param holds the inputs that the commit then holds
 * @param replaces id of the tree of the base, zeros if there was none
 */
record CommitMessage(
    InputMark input, String part, PublishedInput holds, Plan plan, String replaces) {

  String text() {
    return subject() + "\n\n" + body() + "\n" + trailers();
  }

  private String subject() {
    Plan.TenantChanges tenants = plan.tenants();
    String what = "Render " + (part.isEmpty() ? "fleet" : part);
    String at =
        input.commit().isKnown() ? " at " + input.abbreviated() : input.dirty() ? ", dirty" : "";
    return (what + at + ": ")
        + (tenants.added().size() + " added, ")
        + (tenants.changed().size() + " changed, ")
        + (tenants.removed().size() + " removed tenants");
  }

  private String body() {
    Plan.FileCounts files = plan.files();
    String rest =
        holds.parts().containsKey(part) ? "Folders of other tenants stay as they were.\n" : "";
    return ("Files: " + files.created() + " new, " + files.changed() + " changed, ")
        + (files.removed() + " removed, " + files.unchanged() + " unchanged.\n")
        + ("Rendered by " + plan.next().tool() + " from " + from() + ".\n")
        + rest;
  }

  private String from() {
    String changes = input.dirty() ? ", with changes that are not committed" : "";
    if (input.commit().isKnown()) {
      return "commit " + input.commit().sha() + changes;
    }
    return input.dirty()
        ? "a folder whose repository has no commit yet"
        : "a folder that is in no repository";
  }

  private String trailers() {
    StringBuilder parts = new StringBuilder();
    holds
        .parts()
        .forEach(
            (name, mark) ->
                parts
                    .append("Tenantsmith-Part: ")
                    .append(name)
                    .append(' ')
                    .append(mark.text())
                    .append('\n'));
    return ("Tenantsmith-Input: " + holds.whole().text() + "\n")
        + parts
        + ("Tenantsmith-Tool: " + plan.next().tool() + "\n")
        + ("Tenantsmith-Replaces: " + replaces + "\n");
  }
}
