package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.json.JsonWriter.OneLine;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.Stated;
import java.util.LinkedHashMap;
import java.util.Map;

/** Why something changes, for programs. */
final class CauseJson {

  private CauseJson() {}

  static Object of(Cause cause) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", ChangeJson.word(cause.kind()));
    json.put("text", cause.text());
    if (cause.kind() == Cause.Kind.SETTING) {
      json.put("key", cause.key());
    }
    Stated before = cause.before();
    if (before != null) {
      json.put("before", stated(before));
    }
    Stated after = cause.after();
    if (after != null) {
      json.put("after", stated(after));
    }
    return new OneLine(json);
  }

  private static Object stated(Stated stated) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("value", stated.value());
    json.put("layer", stated.layer());
    SourceRange place = stated.place();
    json.put("file", place.file());
    if (!place.isWholeFile()) {
      json.put("line", place.line());
      json.put("column", place.column());
    }
    return json;
  }
}
