package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.Masked;
import io.tenantsmith.json.JsonWriter.OneLine;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.TextChange;
import io.tenantsmith.plan.ValueChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects, fields and files that differ, for programs. */
final class ChangeJson {

  private ChangeJson() {}

  static Object object(ObjectChange object) {
    Map<String, Object> json = PlanJson.name(object.object());
    json.put("fate", object.fate().label());
    json.put("file", object.file());
    json.put("changes", object.values().stream().map(ChangeJson::value).toList());
    return json;
  }

  static Object file(FileChange file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file.file());
    json.put("fate", file.fate().label());
    json.put("derived", file.derived());
    json.put("text", text(file.text()));
    return json;
  }

  /** The word of a constant: {@code dataLoss}. */
  static String word(Enum<?> constant) {
    StringBuilder word = new StringBuilder();
    for (String part : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      String start =
          word.isEmpty() ? part.substring(0, 1) : part.substring(0, 1).toUpperCase(Locale.ROOT);
      word.append(start).append(part, 1, part.length());
    }
    return word.toString();
  }

  private static Object value(ValueChange value) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("path", value.path());
    json.put("form", word(value.form()));
    put("before", value.before(), value, json);
    put("after", value.after(), value, json);
    json.put("causes", value.causes());
    TextChange text = value.text();
    if (text == null) {
      return new OneLine(json);
    }
    json.put("text", text(text));
    return json;
  }

  private static void put(
      String member, @Nullable Object side, ValueChange value, Map<String, Object> json) {
    if (side != null) {
      boolean secret = value.form() == ValueChange.Form.SENSITIVE && !isMasked(side);
      json.put(member, secret ? Masked.SENSITIVE : ShownValue.plain(side));
    }
  }

  /** Whether what is secret in an object is hidden already, so that the rest can be shown. */
  private static boolean isMasked(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(ChangeJson::isMasked);
    }
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(ChangeJson::isMasked);
    }
    return Masked.SENSITIVE.equals(value);
  }

  private static Object text(TextChange text) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("language", word(text.language()));
    if (!text.values().isEmpty()) {
      json.put("values", text.values().stream().map(ChangeJson::value).toList());
    }
    if (!text.lines().isEmpty()) {
      json.put("lines", text.lines());
    }
    return json;
  }
}
