package io.tenantsmith.plan.form;

import io.tenantsmith.plan.Cause;
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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One group of a plan as rows of text. */
final class TextGroup {

  private static final int OBJECTS = 3;
  private static final int BELOW = 6;
  private static final int FIELD = 8;
  private static final int PART = 10;
  static final String ONLY_DERIVED = "only what follows from other changes";

  private final TextRows rows;
  private final CausePhrase causes;
  private final Detail detail;

  TextGroup(TextRows rows, CausePhrase causes, Detail detail) {
    this.rows = rows;
    this.causes = causes;
    this.detail = detail;
  }

  /** Adds its rows. */
  void put(ChangeGroup group) {
    String dangers =
        GroupPhrase.kinds(group).stream().map(DangerKind::label).collect(Collectors.joining(", "));
    Fate fate = group.scope().fate();
    List<String> changes =
        GroupPhrase.isWhole(group)
            ? List.of(String.join("   ", GroupPhrase.size(group, "~")))
            : changes(group);
    rows.group(fate, GroupPhrase.who(group), changes, dangers, because(group));
    if (detail.isAtLeast(Detail.FIELDS)) {
      detail(group);
    }
  }

  /** A new tenant's cause is its file, as everybody expects: it is not said again. */
  private String because(ChangeGroup group) {
    boolean own = group.causes().stream().allMatch(cause -> cause.kind() == Cause.Kind.FILE);
    boolean plain = group.scope().fate() == Fate.ADDED && own && detail == Detail.BRIEF;
    return plain ? "" : causes.because(group.causes(), detail);
  }

  private static List<String> changes(ChangeGroup group) {
    List<String> all = ObjectPhrase.all(group);
    if (all.isEmpty()) {
      return List.of(ONLY_DERIVED);
    }
    int most = Math.min(OBJECTS, all.size());
    List<String> changes = new ArrayList<>(all.subList(0, most));
    if (most < all.size()) {
      changes.add("and " + Counted.of(all.size() - most) + " more");
    }
    return changes;
  }

  private void detail(ChangeGroup group) {
    if (group.tenants().size() > 1) {
      List<String> ids = group.tenants().stream().map(ChangedTenant::id).toList();
      int most = detail == Detail.FULL ? Integer.MAX_VALUE : Counted.NAMED;
      rows.below(Counted.names(ids, most, UnaryOperator.identity()), BELOW);
    }
    group.dangers().stream()
        .filter(danger -> danger.kind() != DangerKind.DATA_LOSS)
        .forEach(danger -> rows.below(danger(danger), BELOW));
    boolean all = detail == Detail.FULL;
    if (all || !GroupPhrase.isWhole(group)) {
      List<ObjectChange> objects = all ? group.objects() : ObjectPhrase.inOrder(group);
      objects.forEach(object -> object(object, group));
      group.files().stream().filter(file -> all || !file.derived()).forEach(this::file);
    }
    String amounts = AmountPhrase.change(group.before(), group.after());
    if (!amounts.isEmpty()) {
      rows.below("requests " + amounts, BELOW);
    }
  }

  private static String danger(Danger danger) {
    String kind = danger.kind().label() + " (" + danger.kind().code() + ") ";
    return kind + GroupPhrase.object(danger) + ": " + danger.text();
  }

  private void object(ObjectChange object, ChangeGroup group) {
    String sign = object.fate() == Fate.CHANGED ? "" : object.fate().sign() + " ";
    rows.below(sign + object.object().display(), BELOW);
    boolean all = detail == Detail.FULL;
    if (object.fate() != Fate.CHANGED) {
      return;
    }
    for (ValueChange value : object.values()) {
      if (all || !value.isFolded()) {
        value(value, group);
      }
    }
    long derived = object.values().stream().filter(ValueChange::isFolded).count();
    if (!all && derived > 0) {
      rows.below("and " + Counted.of(derived, "derived value"), FIELD);
    }
  }

  private void value(ValueChange value, ChangeGroup group) {
    boolean unclear = group.causes().size() > 1 && !value.causes().isEmpty();
    List<Cause> own = value.causes().stream().map(group.causes()::get).toList();
    String because = unclear ? "  " + causes.because(own, Detail.BRIEF) : "";
    rows.below(FieldPhrase.whole(value, detail) + because, FIELD);
    TextChange text = value.text();
    if (text != null) {
      text(text);
    }
  }

  private void text(TextChange text) {
    text.values().forEach(value -> rows.below(FieldPhrase.whole(value, detail), PART));
    text.lines().forEach(line -> rows.diff(line, PART));
  }

  private void file(FileChange file) {
    rows.below(ObjectPhrase.file(file), BELOW);
    if (file.fate() == Fate.CHANGED) {
      text(file.text());
    }
  }
}
