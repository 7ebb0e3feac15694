package io.tenantsmith.plan.form.html;

import io.tenantsmith.plan.Baseline;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.form.BasePhrase;
import io.tenantsmith.plan.form.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The head of the page: how many tenants, compared with what. */
final class Heading {

  private final FleetPlan plan;

  Heading(FleetPlan plan) {
    this.plan = plan;
  }

  Element part() {
    List<Part> parts = new ArrayList<>();
    parts.add(
        Element.of(
            "div.title",
            Element.of("h1", "Plan"),
            Element.of("button.theme", "Dark")
                .having("type", "button")
                .having("id", "theme")
                .having("hidden", "")));
    parts.add(counts());
    parts.add(Element.of("p.base", base()));
    plan.base()
        .unknownInputs()
        .ifPresent(
            why ->
                parts.add(
                    Element.of("p.note", Shown.words("Causes are not known: "), Shown.text(why))));
    if (!plan.leftOut().isEmpty()) {
      parts.add(
          Element.of(
              "p.note",
              Shown.words("This is a part of the plan. Left out: "),
              Shown.text(plan.leftOut())));
    }
    return Element.of("header", parts);
  }

  /** What a tab of a browser shows. */
  String title() {
    FleetPlan.Counts counts = plan.counts();
    return String.format(
        "Plan: %s to add, %s to change, %s to remove",
        Counted.of(counts.added()), Counted.of(counts.changed()), Counted.of(counts.removed()));
  }

  private Element counts() {
    FleetPlan.Counts counts = plan.counts();
    return Element.of(
        "dl.counts",
        count("added", "to add", counts.added()),
        count("changed", "to change", counts.changed()),
        count("removed", "to remove", counts.removed()),
        count("same", "unchanged", counts.unchanged()));
  }

  private static Element count(String kind, String words, int number) {
    String name = number == 0 ? "div.zero" : "div." + kind;
    return Element.of(name, Element.of("dt", words), Element.of("dd", Counted.of(number)));
  }

  private List<Part> base() {
    Baseline base = plan.base();
    List<Part> parts = new ArrayList<>();
    parts.add(Shown.words("The inputs"));
    commit(parts, " of commit ", plan.commit());
    switch (base.kind()) {
      case PUBLISHED -> named(parts, ", compared with what is published on ", base.name());
      case OUTPUT -> named(parts, ", compared with the folder ", base.name());
      case COMMIT -> named(parts, ", compared with what is rendered of ", base.name());
      case NOTHING -> parts.add(Shown.words(", compared with nothing: all is new"));
    }
    commit(parts, " at commit ", base.commit());
    if (!base.input().equals(base.commit())) {
      commit(parts, ", rendered from commit ", base.input());
    }
    parts.add(Shown.words("."));
    if (!base.why().isEmpty()) {
      parts.add(Shown.words(" Taken because "));
      parts.add(Shown.text(base.why()));
      parts.add(Shown.words("."));
    }
    return parts;
  }

  private static void named(List<Part> parts, String words, String name) {
    parts.add(Shown.words(words));
    parts.add(Shown.code(name));
  }

  private static void commit(List<Part> parts, String words, String commit) {
    if (!commit.isEmpty()) {
      parts.add(Shown.words(words));
      String digits = BasePhrase.commit(commit, UnaryOperator.identity());
      parts.add(Shown.code(digits).having("title", commit));
    }
  }
}
