package io.tenantsmith.diagnostic;

import io.tenantsmith.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For programs: a shape that only grows; {@code version} changes when a member does. */
final class JsonFormat implements FormatWriter {

  private static final int VERSION = 1;

  @Override
  public String write(Findings findings, Style style) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("version", VERSION);
    report.put("outcome", findings.outcome());
    report.put("inputFiles", findings.inputFiles());
    report.put("errors", findings.count(Severity.ERROR));
    report.put("warnings", findings.count(Severity.WARNING));
    report.put("notes", findings.count(Severity.NOTE));
    report.put("diagnostics", findings.diagnostics().stream().map(JsonFormat::item).toList());
    return JsonWriter.pretty(report);
  }

  private static Map<String, @Nullable Object> item(Diagnostic diagnostic) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("severity", diagnostic.severity().label());
    item.put("code", diagnostic.code().name());
    item.put("title", diagnostic.code().title());
    item.put("message", diagnostic.message());
    item.put("hint", diagnostic.hint().orElse(null));
    place(item, diagnostic.range());
    item.put("related", related(diagnostic.related()));
    return item;
  }

  private static List<Map<String, @Nullable Object>> related(List<Related> all) {
    return all.stream().map(JsonFormat::related).toList();
  }

  private static Map<String, @Nullable Object> related(Related related) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("message", related.message());
    place(item, related.range());
    return item;
  }

  private static void place(Map<String, @Nullable Object> item, SourceRange range) {
    item.put("file", range.file());
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
