package io.tenantsmith.plan.form.html;

import io.tenantsmith.diagnostic.Masked;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.TextChange;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.plan.form.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The fields of an object that differ. */
final class FieldTable {

  private static final int MAX_LINES = 400;

  private final List<Cause> causes;

  /** Fields of a group with these causes; where there is only one, no field repeats it. */
  FieldTable(List<Cause> causes) {
    this.causes = List.copyOf(causes);
  }

  /** A table of the fields, with what follows from others folded below it. */
  List<Part> of(String caption, List<ValueChange> values) {
    List<Part> parts = new ArrayList<>();
    List<Part> rows =
        values.stream().filter(value -> !value.isFolded()).map(value -> (Part) row(value)).toList();
    if (!rows.isEmpty()) {
      parts.add(table(caption, rows));
    }
    List<ValueChange> derived = values.stream().filter(ValueChange::isFolded).toList();
    if (!derived.isEmpty()) {
      String names = derived.stream().map(ValueChange::display).collect(Collectors.joining(", "));
      parts.add(
          Element.of("p.quiet", Shown.words("Follows from other changes: "), Shown.text(names)));
    }
    return parts;
  }

  private Element table(String caption, List<Part> rows) {
    List<Part> head = new ArrayList<>();
    head.add(Shown.column("Field"));
    head.add(Shown.column("Before"));
    head.add(Shown.column("After"));
    if (causes.size() > 1) {
      head.add(Shown.column("Because"));
    }
    return Element.of(
        "table.fields",
        Element.of("caption.unseen", caption),
        Element.of("thead", Element.of("tr", head)),
        Element.of("tbody", rows));
  }

  private Element row(ValueChange value) {
    List<Part> cells = new ArrayList<>();
    cells.add(Element.of("th", Shown.path(name(value))).having("scope", "row"));
    TextChange text = value.text();
    if (text == null) {
      cells.add(side("Before", "td.before", ValueView.side(value, value.before())));
      cells.add(side("After", "td.after", ValueView.side(value, value.after())));
    } else {
      cells.add(Element.of("td", difference(value, text)).having("colspan", "2"));
    }
    if (causes.size() > 1) {
      cells.add(side("Because", "td.why", Element.of("span", because(value))));
    }
    return Element.of("tr", cells);
  }

  private static Element side(String label, String name, Element value) {
    return Element.of(name, value).having("data-label", label);
  }

  private static String name(ValueChange value) {
    String path = value.path().isEmpty() ? "the whole" : value.display();
    return value.form() == ValueChange.Form.ORDER ? path + " (order)" : path;
  }

  private List<Part> because(ValueChange value) {
    List<Part> parts = new ArrayList<>();
    for (int index : value.causes()) {
      if (index >= 0 && index < causes.size()) {
        parts.addAll(parts.isEmpty() ? List.of() : List.of(Shown.words(", ")));
        parts.addAll(CauseView.because(causes.get(index)));
      }
    }
    return parts;
  }

  private List<Part> difference(ValueChange value, TextChange text) {
    if (value.form() == ValueChange.Form.SENSITIVE) {
      return List.of(Shown.quiet(Masked.SENSITIVE));
    }
    return text.values().isEmpty()
        ? lines(text.lines())
        : new FieldTable(List.of()).of("Values of " + value.display(), text.values());
  }

  /** A unified diff; each line keeps its sign, so that it does not hang on its colour. */
  static List<Part> lines(List<String> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    for (String line : lines.subList(0, Math.min(lines.size(), MAX_LINES))) {
      parts.add(Element.of(lineName(line), Shown.text(line), Shown.words("\n")));
    }
    Element diff = Element.of("pre.diff", parts);
    if (lines.size() <= MAX_LINES) {
      return List.of(diff);
    }
    String more = Counted.of(lines.size() - MAX_LINES, "more line");
    return List.of(diff, Element.of("p.quiet", "\u2026 " + more + " not shown"));
  }

  private static String lineName(String line) {
    if (line.startsWith("+")) {
      return "ins";
    }
    if (line.startsWith("-")) {
      return "del";
    }
    return line.startsWith("@@") ? "span.hunk" : "span";
  }
}
