package io.tenantsmith.publish;

import io.tenantsmith.output.Plan;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The message of a commit: numbers and ids, and what changes in words. Those may be a tenant's:
 * they are a paragraph of their own, and no line of it looks like a trailer or like the end of the
 * message, so none is forged.
 *
 * @param lifted guards that were lifted for this publish, each with its number
 * @param described what changes, line by line; empty if nothing is to be said
 */
record CommitMessage(Origin origin, Plan plan, List<String> lifted, String described) {

  /** What programs read as a trailer, wherever it stands, or as what comes after a message. */
  private static final Pattern MEANS = Pattern.compile("\\s*([A-Za-z0-9-]+\\s*:|---|-- $).*");

  /** How a plan begins; nobody has such a trailer. */
  private static final String PLAN = "Plan: ";

  /** A tenant's step is a line of its own up to this many; a whole fleet's are a number. */
  private static final int STEPS_NAMED = 50;

  /** Copies the list. */
  CommitMessage {
    lifted = List.copyOf(lifted);
  }

  /**
   * What a commit is made from.
   *
   * @param input the inputs that were rendered
   * @param part what was rendered of them, empty for all
   * @param holds the inputs that the commit then holds
   * @param replaces id of the tree of the base, zeros if there was none
   */
  record Origin(InputMark input, String part, PublishedInput holds, String replaces) {}

  String text() {
    return subject() + "\n\n" + body() + "\n" + changes() + trailers();
  }

  /** With an empty line at its end, so that trailers are a paragraph of their own. */
  private String changes() {
    String lines =
        described
            .strip()
            .lines()
            .map(line -> line.replaceAll("\\p{Cntrl}", " ").stripTrailing())
            .map(
                line ->
                    MEANS.matcher(line).matches() && !line.startsWith(PLAN) ? "> " + line : line)
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "" : lines + "\n\n";
  }

  private String subject() {
    Plan.TenantChanges tenants = plan.tenants();
    InputMark input = origin.input();
    String what = "Render " + (origin.part().isEmpty() ? "fleet" : origin.part());
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
        origin.holds().parts().containsKey(origin.part())
            ? "Folders of other tenants stay as they were.\n"
            : "";
    return ("Files: " + files.created() + " new, " + files.changed() + " changed, ")
        + (files.removed() + " removed, " + files.unchanged() + " unchanged.\n")
        + ("Rendered by " + plan.next().tool() + " from " + from() + ".\n")
        + rest
        + steps();
  }

  /** Which tenants changed their state, since nothing of a commit matters more. */
  private String steps() {
    List<Plan.StateChange> steps = plan.tenants().steps();
    StringBuilder text = new StringBuilder();
    for (Plan.StateChange step : steps.subList(0, Math.min(STEPS_NAMED, steps.size()))) {
      text.append("Step: ").append(step.id()).append(", ").append(step.from().label());
      text.append(" to ").append(step.to().label()).append(".\n");
    }
    int more = steps.size() - STEPS_NAMED;
    return more > 0 ? text + "And " + more + " more steps.\n" : text.toString();
  }

  private String from() {
    InputMark input = origin.input();
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
    origin
        .holds()
        .parts()
        .forEach(
            (name, mark) ->
                parts
                    .append("Tenantsmith-Part: ")
                    .append(name)
                    .append(' ')
                    .append(mark.text())
                    .append('\n'));
    StringBuilder allowed = new StringBuilder();
    lifted.forEach(guard -> allowed.append("Tenantsmith-Allowed: ").append(guard).append('\n'));
    return ("Tenantsmith-Input: " + origin.holds().whole().text() + "\n")
        + parts
        + allowed
        + ("Tenantsmith-Tool: " + plan.next().tool() + "\n")
        + ("Tenantsmith-Replaces: " + origin.replaces() + "\n");
  }
}
