package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.TextChange;
import io.tenantsmith.plan.ValueChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One group of a plan as an item of a list in Markdown.
 *
 * @param words makes text safe
 * @param causes says why
 */
record MarkdownGroup(MarkdownWords words, CausePhrase causes) {

  private static final int OBJECTS = 8;
  private static final int FIELDS = 6;
  private static final int DANGERS = 8;
  private static final int LINES = 20;
  private static final String SECOND = "  - ";
  private static final String THIRD = "    - ";

  /** In one line: whose change, the first of it, dangers, why. */
  String line(ChangeGroup group) {
    List<String> parts = new ArrayList<>();
    parts.add(head(group));
    if (!GroupPhrase.isWhole(group)) {
      List<String> all = ObjectPhrase.all(group);
      String more = all.size() > 1 ? " and " + Counted.of(all.size() - 1) + " more" : "";
      parts.add(all.isEmpty() ? TextGroup.ONLY_DERIVED : words.code(all.get(0)) + more);
    }
    String kinds =
        GroupPhrase.kinds(group).stream().map(DangerKind::label).collect(Collectors.joining(", "));
    if (!kinds.isEmpty() && !parts.get(0).endsWith("**" + kinds + "**")) {
      parts.add("**" + kinds + "**");
    }
    parts.add(causes.because(group.causes(), Detail.BRIEF));
    parts.removeIf(String::isEmpty);
    return "- " + String.join(" ", parts);
  }

  /** With names, dangers, fields and amounts, a line for each. */
  List<String> whole(ChangeGroup group) {
    List<String> lines = new ArrayList<>();
    String names = group.tenants().size() > 1 ? ": " + names(group) : "";
    lines.add("- " + head(group) + names);
    String why = causes.because(group.causes(), Detail.FIELDS);
    if (!why.isEmpty()) {
      lines.add(SECOND + why);
    }
    dangers(group, lines);
    if (!GroupPhrase.isWhole(group)) {
      changes(group, lines);
    }
    String amounts = AmountPhrase.change(group.before(), group.after());
    if (!amounts.isEmpty()) {
      lines.add(SECOND + "requests " + words.prose(amounts));
    }
    return lines;
  }

  /** The first five tenants and how many more there are. */
  String names(ChangeGroup group) {
    List<String> ids = group.tenants().stream().map(ChangedTenant::id).toList();
    return Counted.names(ids, words::code);
  }

  /** Whose change it is. */
  String who(ChangeGroup group) {
    ChangeGroup.Scope scope = group.scope();
    if (scope.shared() && !scope.cluster().isEmpty()) {
      return "**cluster " + words.code(scope.cluster()) + "**";
    }
    String who = GroupPhrase.who(group);
    return "**" + (group.tenants().size() == 1 ? words.code(who) : who) + "**";
  }

  /** What is dangerous, in a sentence. */
  String danger(Danger danger) {
    return words.code(GroupPhrase.object(danger)) + ": " + words.prose(danger.text());
  }

  private String head(ChangeGroup group) {
    String head = "`" + group.scope().fate().sign() + "` " + who(group);
    if (!GroupPhrase.isWhole(group)) {
      return head;
    }
    boolean lost = GroupPhrase.kinds(group).contains(DangerKind.DATA_LOSS);
    String size = words.prose(String.join(", ", GroupPhrase.size(group, "")));
    return head + " " + size + (lost ? " **" + DangerKind.DATA_LOSS.label() + "**" : "");
  }

  /** Data loss stands at the top already. */
  private void dangers(ChangeGroup group, List<String> lines) {
    List<Danger> dangers =
        group.dangers().stream().filter(d -> d.kind() != DangerKind.DATA_LOSS).toList();
    for (Danger danger : dangers.subList(0, Math.min(dangers.size(), DANGERS))) {
      String kind = "**" + danger.kind().label() + "** (" + danger.kind().code() + ") ";
      lines.add(SECOND + kind + danger(danger));
    }
    more(dangers.size() - DANGERS, "danger", SECOND, lines);
  }

  private void changes(ChangeGroup group, List<String> lines) {
    List<ObjectChange> objects = ObjectPhrase.inOrder(group);
    List<FileChange> files = group.files().stream().filter(file -> !file.derived()).toList();
    objects.subList(0, Math.min(objects.size(), OBJECTS)).forEach(o -> object(o, lines));
    more(objects.size() - OBJECTS, "object", SECOND, lines);
    for (FileChange file : files.subList(0, Math.min(files.size(), OBJECTS))) {
      lines.add(SECOND + words.code(ObjectPhrase.file(file)));
      diff(file.text(), "    ", lines);
    }
    more(files.size() - OBJECTS, "file", SECOND, lines);
    if (objects.isEmpty() && files.isEmpty()) {
      lines.add(SECOND + TextGroup.ONLY_DERIVED);
    }
  }

  private void object(ObjectChange object, List<String> lines) {
    List<ValueChange> values = object.values().stream().filter(v -> !v.isFolded()).toList();
    if (object.fate() != Fate.CHANGED) {
      lines.add(SECOND + words.code(object.fate().sign() + " " + object.object().display()));
      return;
    }
    lines.add(SECOND + words.code(object.object().display()));
    for (ValueChange value : values.subList(0, Math.min(values.size(), FIELDS))) {
      lines.add(THIRD + words.code(FieldPhrase.whole(value, Detail.FIELDS)));
      TextChange text = value.text();
      if (text != null) {
        text(text, lines);
      }
    }
    more(values.size() - FIELDS, "field", THIRD, lines);
  }

  private void text(TextChange text, List<String> lines) {
    List<ValueChange> values = text.values();
    for (ValueChange value : values.subList(0, Math.min(values.size(), FIELDS))) {
      lines.add("  " + THIRD + words.code(FieldPhrase.whole(value, Detail.FIELDS)));
    }
    more(values.size() - FIELDS, "value", "  " + THIRD, lines);
    diff(text, "      ", lines);
  }

  private void diff(TextChange text, String indent, List<String> lines) {
    List<String> shown = text.lines().stream().limit(LINES).map(Quoted::line).toList();
    if (shown.isEmpty()) {
      return;
    }
    String fence = MarkdownWords.fence(shown);
    lines.add(indent + fence + "diff");
    shown.forEach(line -> lines.add(indent + line));
    int more = text.lines().size() - shown.size();
    if (more > 0) {
      lines.add(indent + "... and " + Counted.of(more, "more line"));
    }
    lines.add(indent + fence);
  }

  private static void more(int number, String what, String indent, List<String> lines) {
    if (number > 0) {
      lines.add(indent + "and " + Counted.of(number, "more " + what));
    }
  }
}
