package io.tenantsmith.plan.form.html;

import io.tenantsmith.diagnostic.Masked;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.plan.form.Counted;
import io.tenantsmith.plan.form.ShownValue;
import io.tenantsmith.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of objects as people read them: short ones in a line, others as YAML. */
final class ValueView {

  private static final int MAX_IN_LINE = 120;
  private static final int MAX_CHARACTERS = 4_000;

  private ValueView() {}

  /** One side of a change. */
  static Element side(ValueChange change, @Nullable Object value) {
    if (value == null) {
      return Shown.quiet("none");
    }
    if (change.form() == ValueChange.Form.SENSITIVE) {
      return Shown.quiet(Masked.SENSITIVE);
    }
    if (change.form() == ValueChange.Form.ORDER && value instanceof List<?> steps) {
      return block(String.join("\n", steps.stream().map(String::valueOf).toList()));
    }
    return of(value, looksAlike(change));
  }

  /** Whether both sides differ in their type alone, so that strings need their quotes. */
  private static boolean looksAlike(ValueChange change) {
    return String.valueOf(change.before()).equals(String.valueOf(change.after()));
  }

  private static Element of(Object value, boolean quoted) {
    if (value instanceof Map || value instanceof List) {
      return block(yaml(value));
    }
    String text = String.valueOf(value);
    boolean plain = !(value instanceof String) || !(quoted || text.isEmpty() || isPadded(text));
    if (isInLine(text)) {
      return Shown.code(plain ? text : JsonWriter.line(text));
    }
    return block(text);
  }

  private static boolean isPadded(String text) {
    return text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ';
  }

  /** Whether a text fits beside another. */
  static boolean isInLine(String text) {
    return text.length() <= MAX_IN_LINE && text.indexOf('\n') < 0;
  }

  /** An object or a part of one. */
  static String yaml(Object value) {
    StringBuilder out = new StringBuilder();
    YamlWriter.appendingTo(out).item(ShownValue.plain(value), 0);
    return out.toString();
  }

  /** Several lines, at most so many that a page stays readable. */
  static Element block(String text) {
    if (text.length() <= MAX_CHARACTERS) {
      return Shown.lines(text);
    }
    int points = text.codePointCount(0, text.length());
    int end = text.offsetByCodePoints(0, MAX_CHARACTERS - MAX_CHARACTERS / 4);
    int left = points - text.codePointCount(0, end);
    return Element.of(
        "div",
        Shown.lines(text.substring(0, end)),
        Element.of("p.quiet", "\u2026 " + Counted.of(left, "more character") + " not shown"));
  }
}
