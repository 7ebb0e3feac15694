package io.tenantsmith.planning.difference;

import io.tenantsmith.objects.FieldChange;
import io.tenantsmith.objects.ObjectDiff;
import io.tenantsmith.plan.TextChange;
import io.tenantsmith.plan.TextChange.Language;
import io.tenantsmith.plan.ValueChange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a text as what its name says it is. */
final class TextDifference {

  private TextDifference() {}

  /**
   * The difference by values, if both versions can be read and differ in them; else by lines.
   *
   * @param name the name of a file, or the key of a field
   */
  static TextChange of(String name, String before, String after) {
    Language language = language(name);
    if (language == Language.LINES || before.isEmpty() || after.isEmpty()) {
      return new TextChange(language, List.of(), UnifiedDiff.of(before, after));
    }
    Optional<TextTree> old = TextTree.of(language, before);
    Optional<TextTree> now = TextTree.of(language, after);
    if (old.isEmpty() || now.isEmpty()) {
      return new TextChange(Language.LINES, List.of(), UnifiedDiff.of(before, after));
    }
    boolean isBlueprint = old.get().isBlueprint() && now.get().isBlueprint();
    List<ValueChange> values =
        ObjectDiff.between(BlueprintItems::of, old.get().root(), now.get().root()).stream()
            .map(TextDifference::value)
            .toList();
    return new TextChange(
        isBlueprint ? Language.BLUEPRINT : language,
        values,
        values.isEmpty() ? UnifiedDiff.of(before, after) : List.of());
  }

  private static ValueChange value(FieldChange change) {
    ValueChange.Form form = change.isOrder() ? ValueChange.Form.ORDER : ValueChange.Form.PLAIN;
    return new ValueChange(
        change.path(),
        change.before(),
        change.after(),
        form,
        ofValues("", change.before(), change.after()),
        List.of());
  }

  /** The difference of two values that are texts with several lines; null for all others. */
  static @Nullable TextChange ofValues(
      String name, @Nullable Object before, @Nullable Object after) {
    return before instanceof String old
            && after instanceof String now
            && (old.indexOf('\n') >= 0 || now.indexOf('\n') >= 0)
        ? of(name, old, now)
        : null;
  }

  private static Language language(String name) {
    if (name.endsWith(".json")) {
      return Language.JSON;
    }
    return name.endsWith(".yaml") || name.endsWith(".yml") ? Language.YAML : Language.LINES;
  }
}
