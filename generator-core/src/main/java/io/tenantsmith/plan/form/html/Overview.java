package io.tenantsmith.plan.form.html;

import io.tenantsmith.plan.Amounts;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.NoEffect;
import io.tenantsmith.plan.PlanLimits;
import io.tenantsmith.plan.form.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands above the changes: dangers, guards, capacity, numbers, and what has no effect. */
final class Overview {

  private final FleetPlan plan;

  Overview(FleetPlan plan) {
    this.plan = plan;
  }

  Element part() {
    List<Part> cards = new ArrayList<>();
    cards.add(card("dangers", "Dangers", List.of(dangers())));
    cards.add(card("limits", "Guards and capacity", limits()));
    cards.add(card("numbers", "Numbers", List.of(numbers())));
    return Element.of("div.cards", cards);
  }

  private static Element card(String id, String title, List<Part> parts) {
    return Element.of("section.card", Element.of("h2", title).having("id", id))
        .having("aria-labelledby", id)
        .with(parts.toArray(Part[]::new));
  }

  /** Of each kind how many changes and tenants have it, worst first. */
  private Element dangers() {
    Map<DangerKind, int[]> counts = new TreeMap<>();
    for (ChangeGroup group : plan.groups()) {
      group.dangers().stream()
          .map(danger -> danger.kind())
          .distinct()
          .forEach(
              kind -> {
                int[] count = counts.computeIfAbsent(kind, none -> new int[2]);
                count[0]++;
                count[1] += group.tenants().size();
              });
    }
    if (counts.isEmpty()) {
      return Element.of("p", "None.");
    }
    List<Part> rows = new ArrayList<>();
    counts.forEach((kind, count) -> rows.add(danger(kind, count[0], count[1], rows.size())));
    return Element.of(
        "table",
        Element.of("caption.unseen", "Dangers, worst first"),
        head("Danger", "Changes", "Tenants"),
        Element.of("tbody", rows));
  }

  private static Element danger(DangerKind kind, int changes, int tenants, int number) {
    Element show =
        Element.of("button.show", GroupRow.mark(kind))
            .having("type", "button")
            .having("data-danger", Integer.toString(number))
            .having("disabled", "")
            .having("title", "Show these changes");
    return Element.of(
        "tr",
        Element.of("th", show).having("scope", "row"),
        Element.of("td.number", Counted.of(changes)),
        Element.of("td.number", Counted.of(tenants)));
  }

  /** A head whose first column is text and whose others are numbers. */
  private static Element head(String first, String... others) {
    List<Part> cells = new ArrayList<>();
    cells.add(Shown.column(first));
    for (String other : others) {
      cells.add(Element.of("th.number", other).having("scope", "col"));
    }
    return Element.of("thead", Element.of("tr", cells));
  }

  private List<Part> limits() {
    PlanLimits limits = plan.limits();
    List<Part> parts = new ArrayList<>();
    if (!limits.guards().isEmpty()) {
      List<Part> rows = new ArrayList<>();
      limits.guards().forEach(guard -> rows.add(guard(guard)));
      parts.add(
          Element.of(
              "table",
              Element.of("caption.unseen", "Guards of a publish"),
              head("Guard", "Used", "Allowed"),
              Element.of("tbody", rows)));
    }
    if (!limits.clusters().isEmpty()) {
      List<Part> rows = new ArrayList<>();
      limits.clusters().forEach(room -> rows.add(room(room)));
      parts.add(
          Element.of(
              "table",
              Element.of("caption.unseen", "Capacity of clusters afterwards"),
              head("Cluster", "Used after", "Capacity"),
              Element.of("tbody", rows)));
    }
    return parts.isEmpty() ? List.of(Element.of("p", "None are stated.")) : parts;
  }

  private static Element guard(PlanLimits.Guard guard) {
    List<Part> name = new ArrayList<>();
    name.add(Shown.text(guard.what()));
    if (!guard.lift().isEmpty()) {
      name.add(
          Element.of(
              "p.lift",
              Element.of("span.mark.grave", "REFUSES"),
              Shown.words(" lifted once by "),
              Shown.code(guard.lift())));
    }
    return Element.of(
        "tr",
        Element.of("th", name).having("scope", "row"),
        Element.of("td.number", Shown.text(guard.used())),
        Element.of(
            "td.number", Shown.text(guard.allowed().isEmpty() ? "no limit" : guard.allowed())));
  }

  private static Element room(PlanLimits.Room room) {
    return Element.of(
        "tr",
        Element.of("th", Shown.text(room.cluster()), Shown.words(" "), Shown.quiet(room.what()))
            .having("scope", "row"),
        Element.of("td.number", Shown.text(room.used())),
        Element.of("td.number", Shown.text(room.capacity())));
  }

  private Element numbers() {
    Amounts before = Amounts.NONE;
    Amounts after = Amounts.NONE;
    for (ChangeGroup group : plan.groups()) {
      before = before.plus(group.before());
      after = after.plus(group.after());
    }
    return AmountTable.of("All tenants that change, together", before, after);
  }

  /** What changed in the inputs and changes nothing that is rendered. */
  List<Part> noEffect() {
    if (plan.noEffect().isEmpty()) {
      return List.of();
    }
    List<Part> rows = new ArrayList<>();
    for (NoEffect each : plan.noEffect()) {
      Cause cause = each.cause();
      rows.add(
          Element.of(
              "tr",
              Element.of("td", CauseView.because(cause)),
              Element.of("td", CauseView.statements(cause)),
              Element.of("td.number", Counted.of(each.tenants()))));
    }
    String words = Counted.of(rows.size(), "change") + " of the inputs without effect";
    Element head =
        Element.of(
            "thead",
            Element.of(
                "tr",
                Shown.column("Where"),
                Shown.column("Statement"),
                Element.of("th.number", "Tenants").having("scope", "col")));
    return List.of(
        Element.of(
            "details.folded.idle",
            Element.of("summary", Element.of("h2", words)),
            Element.of(
                "table",
                Element.of("caption.unseen", "Changes of the inputs without effect"),
                head,
                Element.of("tbody", rows))));
  }
}
