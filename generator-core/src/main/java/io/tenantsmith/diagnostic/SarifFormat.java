package io.tenantsmith.diagnostic;

import io.tenantsmith.json.JsonWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SARIF 2.1.0, for code scanning: one run, one rule for each code that occurs. */
final class SarifFormat implements FormatWriter {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private static final String ROOT_MEANS =
      "The root of the Git repository; without one, the folder in which the command ran.";

  /** What the root of the repository is called, from which all paths go. */
  private static final String ROOT = "%SRCROOT%";

  @Override
  public String write(DiagnosticReport report, Style style) {
    List<Code> codes =
        report.diagnostics().stream().map(Diagnostic::code).distinct().sorted().toList();
    Fingerprints fingerprints = new Fingerprints();
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver(report, codes)));
    run.put("originalUriBaseIds", Map.of(ROOT, Map.of("description", plain(ROOT_MEANS))));
    run.put("columnKind", "unicodeCodePoints");
    run.put(
        "results",
        report.diagnostics().stream()
            .map(d -> result(d, Collections.binarySearch(codes, d.code()), fingerprints.next(d)))
            .toList());
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return JsonWriter.pretty(log);
  }

  private static Map<String, Object> driver(DiagnosticReport report, List<Code> codes) {
    RunFacts facts = report.facts();
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "Tenantsmith");
    driver.put("version", facts.version());
    facts.address().ifPresent(address -> driver.put("informationUri", address));
    driver.put("rules", codes.stream().map(code -> rule(code, facts)).toList());
    return driver;
  }

  private static Map<String, Object> rule(Code code, RunFacts facts) {
    CodePage page = CodePage.of(code);
    Map<String, Object> help = new LinkedHashMap<>(plain(page.markdown()));
    help.put("markdown", page.markdown());
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", code.name());
    rule.put("shortDescription", plain(code.title()));
    rule.put("fullDescription", plain(page.meaning()));
    facts.page(code).ifPresent(address -> rule.put("helpUri", address));
    rule.put("help", help);
    return rule;
  }

  private static Map<String, Object> result(Diagnostic diagnostic, int rule, String fingerprint) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", diagnostic.code().name());
    result.put("ruleIndex", rule);
    result.put("level", diagnostic.severity().label());
    String hint = diagnostic.hint().map(h -> "\nhint: " + Printable.text(h)).orElse("");
    result.put("message", text(Printable.text(diagnostic.message()) + hint));
    result.put("locations", List.of(location(diagnostic.range())));
    if (!diagnostic.related().isEmpty()) {
      result.put("relatedLocations", related(diagnostic.related()));
    }
    result.put("partialFingerprints", Map.of("codeFileAndFact/v1", fingerprint));
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
    artifact.put("uriBaseId", ROOT);
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

  /** Text of ours in a place where no links are read. */
  private static Map<String, Object> plain(String text) {
    return Map.of("text", text);
  }

  /** Escapes square brackets, which would turn text from an input into a link. */
  private static Map<String, Object> text(String text) {
    return Map.of("text", text.replace("[", "\\[").replace("]", "\\]"));
  }
}
