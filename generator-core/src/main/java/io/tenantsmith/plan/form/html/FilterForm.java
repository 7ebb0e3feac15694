package io.tenantsmith.plan.form.html;

import io.tenantsmith.plan.Fate;
import java.util.ArrayList;
import java.util.List;

/** The bar above the changes; the page's script shows it. */
final class FilterForm {

  private final FilterIndex index;

  FilterForm(FilterIndex index) {
    this.index = index;
  }

  Element part() {
    List<Part> parts = new ArrayList<>();
    parts.add(search());
    List<Element> fates = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      fates.add(option(fate.label(), fate.label()));
    }
    parts.add(choice("fate", "Fate", fates));
    List<Element> dangers = new ArrayList<>(options(index.dangers()));
    if (!dangers.isEmpty()) {
      dangers.add(option("some", "any danger"));
      dangers.add(option("none", "no danger"));
    }
    addChoice(parts, "danger", "Danger", dangers);
    addChoice(parts, "cause", "Cause", options(index.causes()));
    addChoice(parts, "tier", "Tier", options(index.tiers()));
    addChoice(parts, "cluster", "Cluster", options(index.clusters()));
    parts.add(
        Element.of(
            "div.actions",
            button("reset", "Reset"),
            button("open", "Open all shown").having("aria-pressed", "false")));
    return Element.of("form.filter", parts)
        .having("id", "filter")
        .having("role", "search")
        .having("aria-label", "Changes")
        .having("hidden", "");
  }

  private static Element search() {
    return Element.of(
        "label.search",
        Element.of("span", Shown.words("Search "), Element.of("kbd", "/")),
        Element.of("input")
            .having("id", "search")
            .having("type", "search")
            .having("autocomplete", "off")
            .having("spellcheck", "false")
            .having("placeholder", "tenant, host, object, field, value, file"));
  }

  /** A choice among one is none. */
  private static void addChoice(List<Part> parts, String id, String label, List<Element> options) {
    if (options.size() > 1) {
      parts.add(choice(id, label, options));
    }
  }

  private static Element choice(String id, String label, List<Element> options) {
    List<Part> all = new ArrayList<>();
    all.add(option("", "all"));
    all.addAll(options);
    return Element.of(
        "label", Element.of("span", label), Element.of("select", all).having("id", id));
  }

  private static List<Element> options(List<String> names) {
    List<Element> options = new ArrayList<>();
    for (String name : names) {
      options.add(option(Integer.toString(options.size()), name));
    }
    return options;
  }

  private static Element option(String value, String words) {
    return Element.of("option", words).having("value", value);
  }

  private static Element button(String id, String words) {
    return Element.of("button", words).having("type", "button").having("id", id);
  }
}
