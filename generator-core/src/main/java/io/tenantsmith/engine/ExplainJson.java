package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints where values come from for programs; schema/report.schema.json describes it. */
final class ExplainJson {

  private ExplainJson() {}

  static void put(ExplainResult result, Map<String, @Nullable Object> json) {
    Map<String, @Nullable Object> subject = new LinkedHashMap<>();
    subject.put("kind", result.subject().kind());
    subject.put("name", result.subject().name());
    subject.put("place", place(result.subject().place()));
    json.put("subject", subject);
    json.put("values", result.values().stream().map(ExplainJson::value).toList());
    json.put("ends", result.ends().stream().map(ExplainJson::end).toList());
    json.put("field", result.asked().map(ExplainJson::field).orElse(null));
  }

  private static Map<String, @Nullable Object> value(ExplainResult.Value value) {
    ExplainResult.Source source = value.source();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("key", value.key());
    json.put("value", value.text());
    putOrigin(source.origin(), json);
    json.put("also", source.also().stream().map(ExplainJson::place).toList());
    json.put("from", new JsonWriter.OneLine(source.from()));
    json.put("formula", source.formula().isEmpty() ? null : source.formula());
    json.put("overridden", source.overridden().stream().map(ExplainJson::overridden).toList());
    json.put("documents", new JsonWriter.OneLine(value.documents()));
    return json;
  }

  private static Map<String, @Nullable Object> overridden(ExplainResult.Overridden lost) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("value", lost.text());
    putOrigin(lost.origin(), json);
    return json;
  }

  private static void putOrigin(ExplainResult.Origin origin, Map<String, @Nullable Object> json) {
    json.put("layer", origin.layer());
    json.put("place", origin.place().map(ExplainJson::place).orElse(null));
  }

  private static JsonWriter.OneLine place(SourceRange range) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("file", range.file());
    json.put("line", range.isWholeFile() ? null : range.line());
    json.put("column", range.isWholeFile() ? null : range.column());
    return new JsonWriter.OneLine(json);
  }

  private static Map<String, @Nullable Object> end(ExplainResult.End end) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("object", end.object());
    json.put("file", end.file());
    json.put("fields", end.fields());
    return json;
  }

  private static Map<String, @Nullable Object> field(ExplainResult.Field field) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    ExplainResult.Holder object = field.object();
    json.put("object", object.name());
    json.put("namespace", object.namespace());
    json.put("file", object.file());
    json.put("path", field.path());
    json.put("value", field.value().orElse(null));
    json.put("movers", field.movers().stream().map(ExplainJson::mover).toList());
    json.put("formula", field.formula());
    json.put("template", object.template().isEmpty() ? null : object.template());
    return json;
  }

  private static Map<String, @Nullable Object> mover(ExplainResult.Mover mover) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("role", mover.role().label());
    json.put("tenant", mover.owner().isEmpty() ? null : mover.owner());
    json.put("through", new JsonWriter.OneLine(mover.through()));
    json.putAll(value(mover.value()));
    return json;
  }
}
