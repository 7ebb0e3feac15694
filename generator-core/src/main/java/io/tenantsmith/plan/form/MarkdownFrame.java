package io.tenantsmith.plan.form;

import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.NoEffect;
import io.tenantsmith.plan.PlanLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What stands above and below the groups of a plan in Markdown.
 *
 * @param words makes text safe
 * @param causes says why
 */
record MarkdownFrame(FleetPlan plan, MarkdownWords words, CausePhrase causes) {

  private static final int NO_EFFECT = 20;
  private static final int CLUSTERS = 20;

  /** What data is lost, a line each, as many as fit, and how many more there are. */
  List<String> dataLoss(MarkdownGroup form, ToIntFunction<String> size, int free) {
    List<String> lines = new ArrayList<>();
    int left = free;
    int more = 0;
    int tenants = 0;
    for (ChangeGroup group : plan.groups()) {
      boolean cut = false;
      for (Danger danger : group.dangers()) {
        if (danger.kind() == DangerKind.DATA_LOSS) {
          String names = group.tenants().size() > 1 ? " (" + form.names(group) + ")" : "";
          String line = "- " + form.who(group) + names + ": " + form.danger(danger);
          left -= size.applyAsInt(line) + 1;
          if (left >= 0) {
            lines.add(line);
          } else {
            more++;
            cut = true;
          }
        }
      }
      tenants += cut ? group.tenants().size() : 0;
    }
    if (more > 0) {
      lines.add("- and " + Counted.of(more) + " more, of " + Counted.of(tenants, "tenant"));
    }
    return lines;
  }

  /** Which commit is compared with what. */
  String compared() {
    String commit =
        plan.commit().isEmpty()
            ? "Inputs of no commit"
            : BasePhrase.commit(plan.commit(), words::code);
    return commit + " compared with " + BasePhrase.of(plan.base(), words::code, words::prose);
  }

  /** Dangers by number of tenants, and guards. */
  List<String> dangers() {
    List<String> dangers = new ArrayList<>();
    PlanSummary.places(plan)
        .forEach((kind, places) -> dangers.add("**" + kind.label() + "** " + places));
    List<String> lines = new ArrayList<>();
    lines.add("- dangers: " + (dangers.isEmpty() ? "none" : String.join(", ", dangers)));
    List<String> guards = plan.limits().guards().stream().map(this::guard).toList();
    if (!guards.isEmpty()) {
      lines.add("- guards: " + String.join(", ", guards));
    }
    plan.base().unknownInputs().ifPresent(w -> lines.add("- causes: unknown, " + words.prose(w)));
    if (!plan.leftOut().isEmpty()) {
      lines.add("- this is a part, left out: " + words.prose(plan.leftOut()));
    }
    return lines;
  }

  /** What tenants request, what clusters have, what has no effect. */
  List<String> numbers() {
    List<String> lines = new ArrayList<>();
    String amounts = AmountPhrase.change(AmountPhrase.before(plan), AmountPhrase.after(plan));
    if (!amounts.isEmpty()) {
      lines.add("- requests of changed tenants: " + words.prose(amounts));
    }
    rooms(lines);
    List<NoEffect> none = plan.noEffect();
    for (NoEffect each : none.subList(0, Math.min(none.size(), NO_EFFECT))) {
      String who = each.tenants() == 0 ? "" : " (" + Counted.of(each.tenants(), "tenant") + ")";
      lines.add("- no effect: " + causes.withPlaces(each.cause()) + who);
    }
    if (none.size() > NO_EFFECT) {
      lines.add("- no effect: " + Counted.of(none.size() - NO_EFFECT) + " more");
    }
    return lines;
  }

  private String guard(PlanLimits.Guard guard) {
    String lift = guard.lift().isEmpty() ? "" : " (publish with " + words.code(guard.lift()) + ")";
    return words.prose(guard.display()) + lift;
  }

  private void rooms(List<String> lines) {
    Map<String, List<String>> rooms = new LinkedHashMap<>();
    for (PlanLimits.Room room : plan.limits().clusters()) {
      rooms
          .computeIfAbsent(room.cluster(), cluster -> new ArrayList<>())
          .add(words.prose(room.what() + " " + room.used() + " of " + room.capacity()));
    }
    rooms.entrySet().stream()
        .limit(CLUSTERS)
        .forEach(
            room ->
                lines.add(
                    "- capacity of "
                        + words.code(room.getKey())
                        + ": "
                        + String.join(", ", room.getValue())));
    if (rooms.size() > CLUSTERS) {
      lines.add("- capacity of " + Counted.of(rooms.size() - CLUSTERS, "more cluster"));
    }
  }
}
