package io.tenantsmith.diagnostic;

import io.tenantsmith.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For programs: a shape that only grows; {@code version} changes when a member does. */
final class JsonFormat implements FormatWriter {

  private static final int VERSION = 1;

  @Override
  public String write(DiagnosticReport report, Style style) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("version", VERSION);
    json.put("tool", report.facts().version());
    json.put("outcome", report.outcome());
    json.put("inputFiles", report.inputFiles());
    json.put("errors", report.count(Severity.ERROR));
    json.put("warnings", report.count(Severity.WARNING));
    json.put("notes", report.count(Severity.NOTE));
    json.put(
        "diagnostics", report.diagnostics().stream().map(d -> item(d, report.names())).toList());
    if (!report.result().isEmpty()) {
      json.put("result", report.result());
    }
    return JsonWriter.pretty(json);
  }

  private static Map<String, @Nullable Object> item(Diagnostic diagnostic, FileNames names) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("severity", diagnostic.severity().label());
    item.put("code", diagnostic.code().name());
    item.put("title", diagnostic.code().title());
    item.put("message", diagnostic.message());
    item.put("hint", diagnostic.hint().orElse(null));
    place(item, diagnostic.range(), names);
    item.put("related", diagnostic.related().stream().map(r -> related(r, names)).toList());
    return item;
  }

  private static Map<String, @Nullable Object> related(Related related, FileNames names) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("message", related.message());
    place(item, related.range(), names);
    return item;
  }

  private static void place(
      Map<String, @Nullable Object> item, SourceRange range, FileNames names) {
    item.put("file", range.file());
    item.put("path", names.fromRepository(range.file()));
    item.put("range", range.isWholeFile() ? null : range(range));
  }

  private static Map<String, Object> range(SourceRange range) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("line", range.line());
    item.put("column", range.column());
    item.put("endLine", range.endLine());
    item.put("endColumn", range.endColumn());
    return item;
  }
}
