package io.tenantsmith.plan.form;

import io.tenantsmith.json.JsonWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of an object as people read it, on one line; forms escape it. */
public final class ShownValue {

  private static final String CUT = "...";

  private ShownValue() {}

  /** The value, cut after a number of characters. */
  static String of(@Nullable Object value, int most) {
    return cut(whole(value), most);
  }

  /** Both values, so that a text and a number of the same characters are told apart. */
  static String change(Object before, Object after, int most) {
    String old = whole(before);
    String now = whole(after);
    if (old.equals(now)) {
      old = json(before);
      now = json(after);
    }
    int same = old.length() > most && now.length() > most ? commonStart(old, now, most) : 0;
    String dots = same == 0 ? "" : CUT;
    return dots + cut(old.substring(same), most) + " -> " + dots + cut(now.substring(same), most);
  }

  /** What can be written as JSON, with exact numbers. */
  public static Object plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach((key, child) -> plain.put(String.valueOf(key), plainOrNull(child)));
      return plain;
    }
    if (value instanceof List<?> list) {
      List<Object> plain = new ArrayList<>();
      list.forEach(child -> plain.add(plainOrNull(child)));
      return plain;
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? new BigDecimal(value.toString()) : value.toString();
    }
    boolean known = value instanceof Number || value instanceof Boolean;
    return known ? value : value.toString();
  }

  @SuppressWarnings("NullAway") // a null inside a list or a map stays one
  private static Object plainOrNull(@Nullable Object value) {
    return value == null ? null : plain(value);
  }

  private static String whole(@Nullable Object value) {
    if (value instanceof String text) {
      boolean blank = text.isEmpty() || !text.equals(text.strip());
      return blank ? json(text) : text;
    }
    return value == null ? "null" : json(value);
  }

  private static String json(Object value) {
    return JsonWriter.line(plain(value));
  }

  /** Where long values begin to differ, less some characters to recognise the place. */
  private static int commonStart(String one, String other, int most) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    int from = Math.max(same - most / 2, 0);
    boolean split = from > 0 && Character.isLowSurrogate(one.charAt(from));
    return split ? from - 1 : from;
  }

  private static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - CUT.length())) + CUT;
  }
}
