package io.tenantsmith.plan.form.html;

import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.plan.form.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What opens below a group's line: dangers, causes, objects, files, tenants, numbers. */
final class GroupBody {

  private final ChangeGroup group;
  private final PageRoom room;

  GroupBody(ChangeGroup group, PageRoom room) {
    this.group = group;
    this.room = room;
  }

  Element part() {
    List<Part> parts = new ArrayList<>();
    parts.addAll(dangers());
    parts.addAll(causes());
    parts.addAll(objects());
    parts.addAll(files());
    parts.addAll(MemberList.of(group));
    if (!group.before().equals(group.after())) {
      parts.add(AmountTable.of("Numbers of this change", group.before(), group.after()));
    }
    return Element.of("div.body", parts);
  }

  private List<Part> dangers() {
    List<Part> items = new ArrayList<>();
    for (Danger danger : group.dangers()) {
      List<Part> parts = new ArrayList<>();
      parts.add(GroupRow.mark(danger.kind()));
      parts.add(Shown.words(" "));
      parts.add(Element.of("b", Shown.text(danger.object().display())));
      if (!danger.path().isEmpty()) {
        parts.add(Shown.words(" "));
        parts.add(Shown.path(path(danger.path())));
      }
      parts.add(Shown.words(": "));
      parts.add(Shown.text(danger.text()));
      items.add(Element.of("li", parts));
    }
    return items.isEmpty()
        ? List.of()
        : List.of(Element.of("h4", "Dangers"), Element.of("ul.plain", items));
  }

  /** A path as fields show it. */
  static String path(List<String> path) {
    return new ValueChange(path, null, null, ValueChange.Form.PLAIN, null, List.of()).display();
  }

  private List<Part> causes() {
    List<Part> items = new ArrayList<>();
    for (Cause cause : group.causes()) {
      List<Part> parts = new ArrayList<>(CauseView.because(cause));
      List<Part> statements = CauseView.statements(cause);
      if (!statements.isEmpty()) {
        parts.add(Element.of("span.statements", statements));
      }
      items.add(Element.of("li", parts));
    }
    return items.isEmpty()
        ? List.of()
        : List.of(Element.of("h4", "Causes"), Element.of("ul.plain", items));
  }

  private List<Part> objects() {
    List<Part> parts = new ArrayList<>();
    List<ObjectChange> derived = group.objects().stream().filter(ObjectChange::isDerived).toList();
    List<ObjectChange> own =
        group.objects().stream().filter(object -> !object.isDerived()).toList();
    if (!own.isEmpty()) {
      parts.add(Element.of("h4", Counted.of(own.size(), "object")));
      parts.addAll(placeholders());
      own.forEach(object -> parts.add(object(object)));
    }
    if (!derived.isEmpty()) {
      String names =
          derived.stream()
              .map(object -> object.object().display())
              .collect(Collectors.joining(", "));
      parts.add(folded("object", derived.size(), names));
    }
    return parts;
  }

  private static Element folded(String what, int size, String names) {
    return Element.of(
        "details.folded",
        Element.of("summary", "Follows from other changes: " + Counted.of(size, what)),
        Element.of("p", Shown.text(names)));
  }

  private List<Part> placeholders() {
    if (group.tenants().size() < 2 || group.tenants().get(0).names().isEmpty()) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    for (String name : group.tenants().get(0).names().keySet()) {
      parts.addAll(parts.isEmpty() ? List.of() : List.of(Shown.words(", ")));
      parts.add(Shown.code(name));
    }
    parts.add(Shown.words(parts.size() == 1 ? " stands" : " stand"));
    parts.add(
        Shown.words(" for each tenant\u2019s own name; a search for one tenant shows its own"));
    return List.of(Element.of("p.quiet.placeholders", parts));
  }

  private Element object(ObjectChange object) {
    String name = object.object().display();
    List<Part> parts = new ArrayList<>();
    parts.add(
        Element.of(
            "h5",
            Shown.sign(object.fate()),
            Shown.words(" "),
            Shown.text(name),
            Shown.words(" "),
            Element.of("span.quiet", Shown.text(origin(object)))));
    if (object.values().size() == 1 && object.values().get(0).path().isEmpty()) {
      parts.addAll(whole(object.values().get(0)));
    } else {
      parts.addAll(new FieldTable(group.causes()).of("Fields of " + name, object.values()));
    }
    return Element.of("section.object", parts);
  }

  private static String origin(ObjectChange object) {
    String namespace = object.object().namespace();
    String in = namespace.isEmpty() ? "" : " in " + namespace;
    return object.object().apiVersion() + in + ", " + object.file();
  }

  /** An object that comes or goes is folded: its name says most of it. */
  private List<Part> whole(ValueChange value) {
    boolean added = value.before() == null;
    Object object = added ? value.after() : value.before();
    if (object == null) {
      return List.of();
    }
    Element view = ValueView.side(value, object);
    if (!room.hasRoomForWhole(view)) {
      return List.of();
    }
    String words = added ? "Show what is added" : "Show what is removed";
    return List.of(Element.of("details.folded", Element.of("summary", words), view));
  }

  private List<Part> files() {
    List<Part> parts = new ArrayList<>();
    List<FileChange> own = group.files().stream().filter(file -> !file.derived()).toList();
    if (!own.isEmpty()) {
      parts.add(Element.of("h4", Counted.of(own.size(), "file")));
    }
    for (FileChange file : own) {
      List<Part> view = new ArrayList<>();
      view.add(
          Element.of("h5", Shown.sign(file.fate()), Shown.words(" "), Shown.text(file.file())));
      view.addAll(
          file.text().values().isEmpty()
              ? FieldTable.lines(file.text().lines())
              : new FieldTable(List.of()).of("Values of " + file.file(), file.text().values()));
      parts.add(Element.of("section.object", view));
    }
    List<FileChange> derived = group.files().stream().filter(FileChange::derived).toList();
    if (!derived.isEmpty()) {
      String names = derived.stream().map(FileChange::file).collect(Collectors.joining(", "));
      parts.add(folded("file", derived.size(), names));
    }
    return parts;
  }
}
