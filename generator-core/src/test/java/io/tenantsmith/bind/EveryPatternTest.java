package io.tenantsmith.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.harness.TenantSchema;
import io.tenantsmith.schema.SchemaKind;
import io.tenantsmith.yaml.YamlDocument;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Walks the published schemas: whatever they say of a field is true of schema and binder. */
class EveryPatternTest {

  private static final SourceRange HERE = SourceRange.at("t.yaml", 1, 1);
  private static final List<String> BAD = List.of("\u0007", "\u202e\n", "<$(x)>", " ");

  private final Inputs inputs = new Inputs();

  @TestFactory
  List<DynamicTest> refusesBadAndHugeTextsAndTakesItsOwnExamples() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (SchemaKind kind : SchemaKind.values()) {
      JsonNode schema = TenantSchema.read(kind.label()).root();
      walk(kind, schema, schema, List.of(), tests);
    }
    assertThat(tests).hasSizeGreaterThan(250);
    return tests;
  }

  private void walk(
      SchemaKind kind, JsonNode node, JsonNode root, List<String> path, List<DynamicTest> tests) {
    JsonNode here = node;
    while (here.has("$ref")) {
      here = root.at(here.get("$ref").asString().substring(1));
    }
    JsonNode schema = here;
    String name = kind.label() + "/" + String.join("/", path);
    tests.add(DynamicTest.dynamicTest(name, () -> judge(kind, schema, path)));
    for (Map.Entry<String, JsonNode> field : here.path("properties").properties()) {
      walk(kind, field.getValue(), root, append(path, field.getKey()), tests);
    }
    if (here.has("items")) {
      walk(kind, here.get("items"), root, append(path, "[]"), tests);
    }
  }

  private void judge(SchemaKind kind, JsonNode schema, List<String> path) {
    assertThat(schema.path("title").asString("")).isNotEmpty();
    assertThat(schema.path("description").asString("")).isNotEmpty();
    assertThat(schema.path("examples").size()).isPositive();
    if (path.isEmpty()) {
      return;
    }
    schema
        .path("examples")
        .forEach(e -> assertThat(mistakes(kind, path, yaml(e))).as(e.toString()).isEmpty());
    if (schema.has("default")) {
      assertThat(mistakes(kind, path, yaml(schema.get("default")))).isEmpty();
    }
    if (schema.has("pattern")) {
      assertThat(schema.get("pattern").asString()).startsWith("^").endsWith("$");
      assertThat(schema.has("maxLength")).isTrue();
      BAD.forEach(bad -> assertThat(mistakes(kind, path, text(bad))).as(bad).hasSize(1));
    }
    if (schema.path("type").toString().contains("string")) {
      String huge = "a-0.:/".repeat(33_333) + "!";
      Assertions.assertTimeout(
          Duration.ofSeconds(1), () -> assertThat(mistakes(kind, path, text(huge))).isNotEmpty());
    }
  }

  /** What is said at the value itself, or below it; the rest of the document is not there. */
  private List<String> mistakes(SchemaKind kind, List<String> path, YamlNode value) {
    YamlNode node = value;
    for (int i = path.size() - 1; i >= 0; i--) {
      node =
          path.get(i).equals("[]")
              ? new YamlSequence(List.of(node), SourceRange.ofFile("t.yaml"))
              : new YamlMapping(
                  List.of(new YamlMapping.Entry(key(path.get(i)), node)),
                  SourceRange.ofFile("t.yaml"));
    }
    YamlDocument document = new YamlDocument("t.yaml", (YamlMapping) node);
    return inputs.bind(kind, document).diagnostics().stream()
        .filter(d -> d.range().equals(HERE) && !d.code().name().equals("SCH008"))
        .map(d -> d.code() + " " + d.message())
        .toList();
  }

  private static YamlNode yaml(JsonNode json) {
    if (json.isObject()) {
      List<YamlMapping.Entry> entries = new ArrayList<>();
      json.properties()
          .forEach(e -> entries.add(new YamlMapping.Entry(key(e.getKey()), yaml(e.getValue()))));
      return new YamlMapping(entries, HERE);
    }
    if (json.isArray()) {
      List<YamlNode> items = new ArrayList<>();
      json.forEach(item -> items.add(yaml(item)));
      return new YamlSequence(items, HERE);
    }
    YamlScalar.Type type =
        json.isBoolean()
            ? YamlScalar.Type.BOOLEAN
            : json.isIntegralNumber()
                ? YamlScalar.Type.INTEGER
                : json.isNumber() ? YamlScalar.Type.NUMBER : YamlScalar.Type.STRING;
    return new YamlScalar(json.asString(), type, type != YamlScalar.Type.STRING, HERE);
  }

  private static YamlScalar text(String text) {
    return new YamlScalar(text, YamlScalar.Type.STRING, false, HERE);
  }

  private static YamlScalar key(String name) {
    return new YamlScalar(name, YamlScalar.Type.STRING, true, SourceRange.at("t.yaml", 9, 9));
  }

  private static List<String> append(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }
}
