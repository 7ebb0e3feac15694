package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.ExplainResult.End;
import io.tenantsmith.engine.ExplainResult.Field;
import io.tenantsmith.engine.ExplainResult.Mover;
import io.tenantsmith.engine.ExplainResult.Role;
import io.tenantsmith.engine.ExplainResult.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints where values come from for people: one line a value, what it overrode below it. */
final class ExplainText {

  private static final int KEY = 38;
  private static final int VALUE = 24;

  /** A longer value is cut: the whole one is in its file, and in the format json. */
  private static final int LONGEST = 60;

  /** So many settings of a field are shown: beyond them somebody reads the format json. */
  private static final int SHOWN = 40;

  private final FileNames names;

  ExplainText(FileNames names) {
    this.names = names;
  }

  List<String> lines(ExplainResult result) {
    List<String> lines = new ArrayList<>();
    ExplainResult.Subject subject = result.subject();
    put(lines, subject.kind(), subject.name(), place(subject.place()));
    result.asked().ifPresent(field -> field(field, lines));
    result.values().forEach(value -> value(value, lines));
    for (End end : result.ends()) {
      put(lines, "ends in", end.object(), names.fromHere(end.file()));
      end.fields().forEach(field -> lines.add("  " + field));
    }
    return lines;
  }

  private void field(Field field, List<String> lines) {
    put(lines, "object", field.object().name(), names.fromHere(field.object().file()));
    put(lines, "field", field.path(), field.value().map(ExplainText::cut).orElse("left out"));
    Role role = null;
    for (Mover mover : field.movers().subList(0, Math.min(SHOWN, field.movers().size()))) {
      if (mover.role() != role) {
        role = mover.role();
        lines.add(heading(role));
      }
      mover(mover, lines);
    }
    if (field.movers().size() > SHOWN) {
      lines.add("  and " + (field.movers().size() - SHOWN) + " more; the format json has all");
    }
    field.formula().forEach(sentence -> put(lines, "computed", sentence, ""));
    if (field.movers().isEmpty() || field.movers().get(0).role().compareTo(Role.CONDITION) > 0) {
      lines.add(
          "constant  the tool alone decides it; docs/add-a-concern.md says how it is changed");
    }
    if (!field.object().template().isEmpty()) {
      put(lines, "template", field.object().template(), "");
    }
  }

  private static String heading(Role role) {
    return switch (role) {
      case PATCH -> "patched by";
      case VALUE -> "made of";
      case CONDITION -> "depends on";
      case OBJECT -> "the object is there and named because of";
      case CHOICE -> "chosen by";
    };
  }

  private void mover(Mover mover, List<String> lines) {
    Value value = mover.value();
    String key = (mover.owner().isEmpty() ? "" : mover.owner() + " ") + value.key();
    lines.add(row(key, value.text(), value.source().origin()));
    if (!mover.through().isEmpty()) {
      lines.add("    through " + String.join(", then ", mover.through()));
    }
  }

  private void value(Value value, List<String> lines) {
    ExplainResult.Source source = value.source();
    lines.add(row(value.key(), value.text(), source.origin()));
    if (!source.formula().isEmpty()) {
      lines.add("    computed: " + cut(source.formula(), 2 * LONGEST));
    }
    source.also().forEach(range -> lines.add("    also " + place(range)));
    for (ExplainResult.Overridden lost : source.overridden()) {
      lines.add("    over " + cut(lost.text()) + "  " + origin(lost.origin()));
    }
  }

  private String row(String key, String text, ExplainResult.Origin origin) {
    return String.format(
        Locale.ROOT, "  %-" + KEY + "s %-" + VALUE + "s %s", key, cut(text), origin(origin));
  }

  private String origin(ExplainResult.Origin origin) {
    String layer = String.format(Locale.ROOT, "%-9s", origin.layer());
    return origin.place().map(range -> layer + " " + place(range)).orElse(origin.layer());
  }

  private String place(SourceRange range) {
    String file = names.fromHere(range.file());
    return range.isWholeFile() ? file : file + ":" + range.line() + ":" + range.column();
  }

  private static void put(List<String> lines, String name, String fact, String remark) {
    lines.add(String.format(Locale.ROOT, "%-9s %-35s  %s", name, fact, remark).stripTrailing());
  }

  private static String cut(String text) {
    return cut(text, LONGEST);
  }

  private static String cut(String text, int longest) {
    int end = text.offsetByCodePoints(0, Math.min(longest, text.codePointCount(0, text.length())));
    return Quoted.line(end == text.length() ? text : text.substring(0, end) + "...")
        .replace("\n", " ");
  }
}
