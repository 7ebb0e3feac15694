package io.tenantsmith.plan.form.html;

import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.plan.form.AmountPhrase;
import io.tenantsmith.plan.form.Counted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The line of a group that is always seen: who, what, how dangerous, why. */
final class GroupRow {

  private static final int FIRST_TENANTS = 5;

  private GroupRow() {}

  static Element of(ChangeGroup group) {
    return Element.of(
        "summary",
        Element.of("div.who", who(group)),
        Element.of("div.what", what(group)),
        Element.of("div.marks", marks(group)),
        Element.of("div.why", why(group)));
  }

  private static List<Part> who(ChangeGroup group) {
    Element name =
        Element.of(
            "h3", Shown.sign(group.scope().fate()), Shown.words(" "), Shown.text(name(group)));
    return group.tenants().isEmpty()
        ? List.of(name)
        : List.of(name, Element.of("p.members", Shown.text(members(group))));
  }

  /** What a group is called. */
  static String name(ChangeGroup group) {
    if (group.scope().shared()) {
      return group.scope().cluster().isEmpty()
          ? "Files of the whole fleet"
          : "Shared files of " + group.scope().cluster();
    }
    return group.tenants().size() == 1
        ? group.tenants().get(0).id()
        : Counted.of(group.tenants().size()) + " tenants";
  }

  private static String members(ChangeGroup group) {
    List<ChangedTenant> tenants = group.tenants();
    if (tenants.size() == 1) {
      ChangedTenant only = tenants.get(0);
      return only.tier() + ", " + only.cluster();
    }
    String first =
        tenants.stream()
            .limit(FIRST_TENANTS)
            .map(ChangedTenant::id)
            .collect(Collectors.joining(", "));
    int more = tenants.size() - FIRST_TENANTS;
    return more > 0 ? first + " and " + Counted.of(more) + " more" : first;
  }

  private static List<Part> what(ChangeGroup group) {
    if (group.scope().fate() != Fate.CHANGED) {
      return List.of(Element.of("p", Shown.text(size(group))));
    }
    List<ObjectChange> objects =
        group.objects().stream().filter(object -> !object.isDerived()).toList();
    List<Part> parts = new ArrayList<>();
    if (objects.isEmpty()) {
      long files = group.files().size();
      parts.add(
          Element.of(
              "p",
              group.objects().isEmpty()
                  ? Counted.of(files, "file")
                  : "only what follows from other changes"));
      return parts;
    }
    parts.add(first(objects.get(0)));
    int more = objects.size() - 1;
    if (more > 0) {
      parts.add(Element.of("p.quiet", "and " + Counted.of(more, "more object")));
    }
    return parts;
  }

  /** How many objects come or go, and what they cost. */
  private static String size(ChangeGroup group) {
    boolean added = group.scope().fate() == Fate.ADDED;
    SortedMap<String, BigDecimal> prices =
        added ? group.after().monthly() : group.before().monthly();
    String size = Counted.of(group.objects().size(), "object");
    return prices.isEmpty() ? size : size + ", " + AmountPhrase.price(prices);
  }

  private static Element first(ObjectChange object) {
    List<Part> parts = new ArrayList<>();
    parts.add(Element.of("b", Shown.text(object.object().display())));
    List<ValueChange> values = object.values().stream().filter(value -> !value.isFolded()).toList();
    if (object.fate() != Fate.CHANGED) {
      parts.add(Shown.words(" " + object.fate().label()));
    } else if (!values.isEmpty()) {
      parts.add(Shown.words(" "));
      parts.addAll(headline(values.get(0)));
      if (values.size() > 1) {
        parts.add(Shown.quiet(" and " + Counted.of(values.size() - 1, "more field")));
      }
    }
    return Element.of("p", parts);
  }

  private static List<Part> headline(ValueChange value) {
    List<Part> parts = new ArrayList<>();
    int size = value.path().size();
    ValueChange end =
        new ValueChange(
            value.path().subList(Math.max(0, size - 2), size),
            null,
            null,
            value.form(),
            null,
            List.of());
    parts.add(Shown.code(end.display()));
    boolean plain = value.form() == ValueChange.Form.PLAIN && value.text() == null;
    if (plain && isShort(value.before()) && isShort(value.after())) {
      parts.add(Shown.words(" "));
      parts.add(ValueView.side(value, value.before()));
      parts.add(Shown.words(" \u2192 "));
      parts.add(ValueView.side(value, value.after()));
    }
    return parts;
  }

  private static boolean isShort(@Nullable Object value) {
    if (value instanceof Map || value instanceof List) {
      return false;
    }
    return value == null || ValueView.isInLine(String.valueOf(value));
  }

  private static List<Part> marks(ChangeGroup group) {
    List<Part> marks = new ArrayList<>();
    group.dangers().stream()
        .map(danger -> danger.kind())
        .distinct()
        .sorted()
        .forEach(kind -> marks.add(mark(kind)));
    return marks;
  }

  /** The mark of a danger; the graver, the louder. */
  static Element mark(DangerKind kind) {
    String weight = "mild";
    if (kind.compareTo(DangerKind.IMMUTABLE) <= 0) {
      weight = "grave";
    } else if (kind.compareTo(DangerKind.IMAGE_DOWNGRADE) <= 0) {
      weight = "high";
    }
    return Element.of("span.mark." + weight, kind.label()).having("title", kind.code().toString());
  }

  private static List<Part> why(ChangeGroup group) {
    if (group.causes().isEmpty()) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    parts.addAll(CauseView.clause(group.causes().get(0)));
    int more = group.causes().size() - 1;
    if (more > 0) {
      parts.add(Shown.quiet(" and " + Counted.of(more, "more cause")));
    }
    return List.of(Element.of("p", parts));
  }
}
