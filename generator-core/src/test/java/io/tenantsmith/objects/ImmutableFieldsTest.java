package io.tenantsmith.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.objects.ImmutableField.Refuser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The table of fixed fields says what the trials say, which are made at a real API server, and
 * names fields that the definitions of the operator's kinds have.
 */
class ImmutableFieldsTest {

  private static final Path TRIALS = Path.of("src/test/resources/immutable-fields");

  /** Refused when it becomes less; more is taken. */
  private static final String SIZE = "PersistentVolumeClaim spec.resources.requests.storage";

  @Test
  void holdsWhatAnApiServerRefusesAndNothingElse() throws IOException {
    SortedSet<String> refused = new TreeSet<>();
    SortedSet<String> taken = new TreeSet<>();
    for (Path file : trials()) {
      List<Map<String, Object>> documents = YamlTrees.documents(Files.readString(file));
      Object kind = documents.get(0).get("kind");
      for (Map<String, Object> trial : documents.subList(1, documents.size())) {
        boolean isRefused = Boolean.TRUE.equals(trial.get("refused"));
        (isRefused ? refused : taken).add(kind + " " + trial.get("field"));
      }
    }
    refused.remove(SIZE);
    assertThat(table(Refuser.API_SERVER)).isEqualTo(refused);
    assertThat(taken).hasSizeGreaterThan(20).doesNotContainAnyElementsOf(refused);
  }

  @Test
  void holdsWhatDefinitionsOfOurKindsRefuse() {
    SortedSet<String> stated = new TreeSet<>();
    for (Map<String, Object> definition : definitions().values()) {
      String kind = Node.of(definition).at("spec", "names", "kind").text();
      for (Node version : Node.of(definition).at("spec", "versions").items()) {
        collect(kind, "", version.at("schema", "openAPIV3Schema"), stated);
      }
    }
    assertThat(stated).isNotEmpty();
    assertThat(table(Refuser.API_SERVER)).containsAll(stated);
  }

  @Test
  void namesFieldsThatTheOperatorsKindsHave() {
    Map<String, Map<String, Object>> definitions = definitions();
    for (ImmutableField field : ImmutableFields.all()) {
      if (field.by() == Refuser.WEBHOOK) {
        Node schema =
            Node.of(definitions.get(field.kind()))
                .at("spec", "versions")
                .items()
                .get(0)
                .at("schema", "openAPIV3Schema");
        for (String step : field.path()) {
          schema = schema.at("properties", step);
        }
        assertThat(schema.isMissing()).as(field.kind() + " " + field.display()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MariaDB, '{spec: {database: a}}', '{spec: {database: b}}', true",
    "MariaDB, '{spec: {}}', '{spec: {database: b}}', true",
    "MariaDB, '{spec: {}}', '{spec: {serviceAccountName: b}}', false",
    "MariaDB, '{spec: {serviceAccountName: a}}', '{spec: {}}', true",
    "MariaDB, '{spec: {}}', '{spec: {affinity: {antiAffinityEnabled: true}}}', false",
    "MariaDB, '{spec: {affinity: {}}}', '{spec: {affinity: {antiAffinityEnabled: true}}}', true",
    "MariaDB, '{spec: {affinity: {antiAffinityEnabled: true}}}', '{spec: {}}', false",
    "ConfigMap, '{data: {a: b}}', '{data: {a: c}}', false",
    "ConfigMap, '{immutable: true, data: {a: b}}', '{immutable: true, data: {a: c}}', true",
    "ConfigMap, '{immutable: true, data: {a: b}}', '{data: {a: b}}', true",
    "ConfigMap, '{data: {a: b}}', '{immutable: true, data: {a: b}}', false",
    "Unknown, '{spec: {database: a}}', '{spec: {database: b}}', false"
  })
  void aFieldIsFixedFromSomePointOn(String kind, String before, String after, boolean refused) {
    assertThat(ImmutableFields.refused(kind, tree(before), tree(after)).isEmpty())
        .isNotEqualTo(refused);
  }

  private static Map<String, Object> tree(String yaml) {
    return YamlTrees.documents(yaml).get(0);
  }

  private static SortedSet<String> table(Refuser by) {
    SortedSet<String> table = new TreeSet<>();
    for (ImmutableField field : ImmutableFields.all()) {
      if (field.by() == by) {
        table.add(field.kind() + " " + field.display());
      }
    }
    return table;
  }

  private static List<Path> trials() throws IOException {
    try (Stream<Path> files = Files.list(TRIALS)) {
      return files.sorted().toList();
    }
  }

  private static Map<String, Map<String, Object>> definitions() {
    Map<String, Map<String, Object>> definitions = new HashMap<>();
    for (Path file : YamlTrees.files(Contracts.path("contracts/crds"))) {
      for (Map<String, Object> definition : YamlTrees.documents(YamlTrees.text(file))) {
        definitions.put(Node.of(definition).at("spec", "names", "kind").text(), definition);
      }
    }
    return definitions;
  }

  /** Fields that a rule compares with what they were. */
  private static void collect(String kind, String path, Node schema, SortedSet<String> found) {
    for (Node rule : schema.get("x-kubernetes-validations").items()) {
      if (rule.get("rule").text().contains("oldSelf")) {
        found.add(kind + " " + path);
      }
    }
    List<Node> below = new ArrayList<>(schema.get("properties").entries());
    for (Node property : below) {
      String step = property.step().toString();
      collect(kind, path.isEmpty() ? step : path + "." + step, property, found);
    }
    collectItems(kind, path, schema, found);
  }

  private static void collectItems(String kind, String path, Node schema, SortedSet<String> found) {
    for (String step : List.of("items", "additionalProperties")) {
      if (!schema.get(step).isMissing()) {
        collect(kind, path, schema.get(step), found);
      }
    }
  }
}
