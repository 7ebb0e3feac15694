package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.plan.Amounts;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.NoEffect;
import io.tenantsmith.plan.PlanLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A plan as people read it on a terminal: data loss first, then a line or few for each group. */
public final class PlanText {

  private static final int GROUPS = 100;
  private static final int TOPIC = 2;

  private final FleetPlan plan;
  private final Style style;
  private final Detail detail;
  private final CausePhrase causes;
  private final List<String> lines = new ArrayList<>();

  private PlanText(FleetPlan plan, FileNames names, Style style, Detail detail) {
    this.plan = plan;
    this.style = style;
    this.detail = detail;
    this.causes = CausePhrase.inText(names);
  }

  /** Its lines, without line ends, as wide as the style says where words can be broken. */
  public static List<String> of(FleetPlan plan, FileNames names, Style style, Detail detail) {
    PlanText text = new PlanText(plan, names, style, detail);
    text.lines.addAll(DataLossText.of(plan, style));
    text.lines.add(PlanSummary.of(plan));
    text.groups();
    text.noEffect();
    text.amounts();
    text.rooms();
    text.put(
        "base: " + BasePhrase.of(plan.base(), UnaryOperator.identity(), UnaryOperator.identity()));
    plan.base().unknownInputs().ifPresent(why -> text.put("causes: unknown, " + why));
    text.put(PlanSummary.dangers(plan));
    return List.copyOf(text.lines);
  }

  private void groups() {
    boolean all = detail == Detail.FULL;
    List<ChangeGroup> shown = new ArrayList<>();
    int folded = 0;
    for (ChangeGroup group : plan.groups()) {
      boolean noise = group.scope().shared() && group.isDerived() && !all;
      folded += noise ? group.objects().size() + group.files().size() : 0;
      if (!noise) {
        shown.add(group);
      }
    }
    int most = all ? shown.size() : Math.min(GROUPS, shown.size());
    TextRows rows = new TextRows(style);
    TextGroup form = new TextGroup(rows, causes, detail);
    shown.subList(0, most).forEach(form::put);
    lines.addAll(rows.lines());
    if (most < shown.size()) {
      put(rest(shown.subList(most, shown.size())) + " (all of them: --full)", TOPIC);
    }
    if (folded > 0) {
      put("and " + Counted.of(folded, "derived change") + " of shared files", TOPIC);
    }
  }

  private static String rest(List<ChangeGroup> groups) {
    int tenants = groups.stream().mapToInt(group -> group.tenants().size()).sum();
    return "and "
        + Counted.of(groups.size(), "more change")
        + " of "
        + Counted.of(tenants, "tenant");
  }

  private void noEffect() {
    for (NoEffect none : plan.noEffect()) {
      String who = none.tenants() == 0 ? "" : " (" + Counted.of(none.tenants(), "tenant") + ")";
      put("no effect: " + causes.withPlaces(none.cause()) + who);
    }
  }

  private void amounts() {
    Amounts before = AmountPhrase.before(plan);
    String change = AmountPhrase.change(before, AmountPhrase.after(plan));
    if (!change.isEmpty()) {
      put("requests of changed tenants: " + change);
    }
  }

  /** Afterwards, a line for each cluster. */
  private void rooms() {
    Map<String, List<String>> rooms = new LinkedHashMap<>();
    for (PlanLimits.Room room : plan.limits().clusters()) {
      rooms
          .computeIfAbsent(room.cluster(), cluster -> new ArrayList<>())
          .add(room.what() + " " + room.used() + " of " + room.capacity());
    }
    rooms.forEach(
        (cluster, list) -> put("capacity of " + cluster + ": " + String.join(", ", list)));
  }

  private void put(String text) {
    put(text, 0);
  }

  private void put(String text, int indent) {
    lines.addAll(TextRows.folded(TextRows.safe(text), indent, style.width(), indent + 2));
  }
}
