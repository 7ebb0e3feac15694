package io.tenantsmith.diagnostic;

import io.tenantsmith.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SARIF 2.1.0, for code scanning: one run, one rule for each code that occurs. */
final class SarifFormat implements FormatWriter {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public String write(DiagnosticReport report, Style style) {
    List<Code> codes =
        report.diagnostics().stream().map(Diagnostic::code).distinct().sorted().toList();
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "Tenantsmith");
    driver.put("rules", codes.stream().map(SarifFormat::rule).toList());
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("columnKind", "unicodeCodePoints");
    run.put("results", report.diagnostics().stream().map(d -> result(d, codes)).toList());
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return JsonWriter.pretty(log);
  }

  private static Map<String, Object> rule(Code code) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", code.name());
    rule.put("shortDescription", text(code.title()));
    rule.put("help", text("Tenantsmith: " + code.title() + ". See docs/diagnostics/README.md."));
    return rule;
  }

  private static Map<String, Object> result(Diagnostic diagnostic, List<Code> codes) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", diagnostic.code().name());
    result.put("ruleIndex", codes.indexOf(diagnostic.code()));
    result.put("level", diagnostic.severity().label());
    String hint = diagnostic.hint().map(h -> "\nhint: " + Printable.text(h)).orElse("");
    result.put("message", text(Printable.text(diagnostic.message()) + hint));
    result.put("locations", List.of(location(diagnostic.range())));
    if (!diagnostic.related().isEmpty()) {
      result.put("relatedLocations", related(diagnostic.related()));
    }
    return result;
  }

  private static List<Map<String, Object>> related(List<Related> all) {
    List<Map<String, Object>> locations = new ArrayList<>();
    for (Related related : all) {
      Map<String, Object> location = new LinkedHashMap<>();
      location.put("id", locations.size() + 1);
      location.putAll(location(related.range()));
      location.put("message", text(Printable.text(related.message())));
      locations.add(location);
    }
    return locations;
  }

  private static Map<String, Object> location(SourceRange range) {
    Map<String, Object> physical = new LinkedHashMap<>();
    Map<String, Object> artifact = new LinkedHashMap<>();
    artifact.put("uri", UriPath.of(range.file()));
    artifact.put("uriBaseId", "%SRCROOT%");
    physical.put("artifactLocation", artifact);
    if (!range.isWholeFile()) {
      physical.put("region", region(range));
    }
    return Map.of("physicalLocation", physical);
  }

  private static Map<String, Object> region(SourceRange range) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", range.line());
    region.put("startColumn", range.column());
    region.put("endLine", range.endLine());
    region.put("endColumn", range.endColumn());
    return region;
  }

  /** Escapes square brackets, which would turn text from an input into a link. */
  private static Map<String, Object> text(String text) {
    return Map.of("text", text.replace("[", "\\[").replace("]", "\\]"));
  }
}
