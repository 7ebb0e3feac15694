package io.tenantsmith.plan.form.html;

import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.form.Counted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The block at the top of the page that says whose data is lost. Who loses the same stands
 * together; nothing of it is cut.
 */
final class DataLoss {

  private static final int FIRST = 12;

  private DataLoss() {}

  static List<Part> of(List<ChangeGroup> groups) {
    Map<List<Loss>, Set<String>> losers = new LinkedHashMap<>();
    for (ChangeGroup group : groups) {
      List<Loss> losses = losses(group);
      if (!losses.isEmpty()) {
        losers.computeIfAbsent(losses, none -> new TreeSet<>()).addAll(names(group));
      }
    }
    if (losers.isEmpty()) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    parts.add(Element.of("h2", "Data loss").having("id", "loss"));
    List<Part> rows = new ArrayList<>();
    List<String> others = new ArrayList<>();
    losers.forEach(
        (losses, names) -> {
          if (rows.size() < FIRST) {
            rows.add(row(losses, names));
          } else {
            others.add(line(losses, names));
          }
        });
    parts.add(
        Element.of(
            "table",
            Element.of("caption.unseen", "Data that is lost for good"),
            Element.of(
                "thead", Element.of("tr", Shown.column("Who"), Shown.column("What is lost"))),
            Element.of("tbody", rows)));
    if (!others.isEmpty()) {
      parts.add(folded("Show " + Counted.of(others.size()) + " more", others));
    }
    return List.of(Element.of("section.loss", parts).having("aria-labelledby", "loss"));
  }

  private static List<Loss> losses(ChangeGroup group) {
    return group.dangers().stream()
        .filter(danger -> danger.kind() == DangerKind.DATA_LOSS)
        .map(Loss::of)
        .toList();
  }

  private static List<String> names(ChangeGroup group) {
    return group.tenants().isEmpty()
        ? List.of(GroupRow.name(group))
        : group.tenants().stream().map(tenant -> tenant.id()).toList();
  }

  private static Element row(List<Loss> losses, Set<String> names) {
    List<Part> items = new ArrayList<>();
    for (Loss loss : losses) {
      items.add(
          Element.of(
              "li",
              Element.of("b", Shown.text(loss.object())),
              Shown.words(": "),
              Shown.text(loss.text())));
    }
    return Element.of(
        "tr",
        Element.of("th", who(names)).having("scope", "row"),
        Element.of("td", Element.of("ul.plain", items)));
  }

  private static List<Part> who(Set<String> names) {
    if (names.size() == 1) {
      return List.of(Shown.text(names.iterator().next()));
    }
    return List.of(folded(Counted.of(names.size()) + " tenants", List.copyOf(names)));
  }

  /** So many are a list to search, not to read. */
  private static Element folded(String words, List<String> lines) {
    return Element.of(
        "details.folded",
        Element.of("summary", words),
        Element.of("div.long", Shown.lines(String.join("\n", lines))));
  }

  private static String line(List<Loss> losses, Set<String> names) {
    return String.join(", ", names)
        + ": "
        + losses.stream()
            .map(loss -> loss.object() + " (" + loss.text() + ")")
            .collect(Collectors.joining(", "));
  }

  /** What is lost, and how. */
  private record Loss(String object, String text) {

    static Loss of(Danger danger) {
      return new Loss(danger.object().display(), danger.text());
    }
  }
}
