package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.Stated;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Why something changes, as a clause: {@code because tiers/pro.yaml:11}.
 *
 * @param file how a file is called where the form is read
 * @param shown makes one name or value safe for the form
 * @param words makes words safe for the form
 */
record CausePhrase(
    UnaryOperator<String> file, UnaryOperator<String> shown, UnaryOperator<String> words) {

  private static final int NAMED = 3;
  private static final int VALUE = 60;

  static CausePhrase inText(FileNames names) {
    return new CausePhrase(names::fromHere, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** The clause; empty if there is no cause. */
  String because(List<Cause> causes, Detail detail) {
    Set<String> because = new LinkedHashSet<>();
    Set<String> statements = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (Cause cause : causes) {
      switch (cause.kind()) {
        case UNKNOWN -> unknown.add("cause unknown: " + words.apply(cause.text()));
        case SETTING -> statements.add(setting(cause, detail));
        case TOOL, PUBLISHED -> because.add("of " + words.apply(cause.text()));
        case FILE, HAND -> statements.add(words.apply(cause.text()));
      }
    }
    // Another version of the tool first: no reviewer looks for it behind "and 5 more".
    because.addAll(statements);
    int most = detail == Detail.FULL ? Integer.MAX_VALUE : NAMED;
    List<String> clauses = new ArrayList<>();
    if (!because.isEmpty()) {
      String list = Counted.names(List.copyOf(because), most, UnaryOperator.identity());
      clauses.add("because " + list);
    }
    clauses.addAll(unknown);
    return String.join("; ", clauses);
  }

  /** The line; with more detail also its column, the key and what became of the value. */
  private String setting(Cause cause, Detail detail) {
    Stated now = cause.after() == null ? cause.before() : cause.after();
    if (now == null) {
      return words.apply(cause.text());
    }
    if (detail == Detail.BRIEF) {
      String gone = cause.after() == null ? " (removed)" : "";
      return shown.apply(place(now.place(), false)) + gone;
    }
    return shown.apply(place(now.place(), true)) + " " + statement(cause);
  }

  /** The key and what became of its value, with the place of the old one if that is elsewhere. */
  String statement(Cause cause) {
    Stated before = cause.before();
    Stated after = cause.after();
    String key = shown.apply(cause.key());
    if (before == null) {
      return after == null ? key : "+ " + key + " " + value(after);
    }
    if (after == null) {
      return "- " + key + " " + value(before);
    }
    boolean moved = !before.place().file().equals(after.place().file());
    String was = moved ? " (" + shown.apply(place(before.place(), false)) + ")" : "";
    return key + " " + value(before) + was + " -> " + value(after);
  }

  /** A statement with both of its places. */
  String withPlaces(Cause cause) {
    String at = cause.place().map(place -> shown.apply(place(place, false)) + " ").orElse("");
    return cause.kind() == Cause.Kind.SETTING
        ? at + statement(cause)
        : at + words.apply(cause.text());
  }

  private String value(Stated stated) {
    return shown.apply(ShownValue.of(stated.value(), VALUE));
  }

  private String place(SourceRange range, boolean column) {
    String name = file.apply(range.file());
    if (range.isWholeFile()) {
      return name;
    }
    return name + ":" + range.line() + (column ? ":" + range.column() : "");
  }
}
