package io.tenantsmith.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is recognized as right, the validator finds no mistake in: the sample fleet's files with
 * each value replaced by each of many, taken away, and put where none is known.
 */
class ConformityTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final List<Object> VALUES =
      List.of(
          "",
          "retained",
          "vault",
          "kubernetes",
          "2027-03-31",
          "500m",
          "60Gi\n",
          "a.example.net",
          "-1",
          "true",
          "x".repeat(300),
          0,
          1,
          -1,
          7,
          new BigDecimal("1.5"),
          new BigDecimal("1.0"),
          new BigDecimal("1e30"),
          1_000_000_000_000L,
          true,
          List.of(),
          List.of("early", "early"),
          List.of("a.example.net", "b.example.net"),
          List.of(7),
          List.of(Map.of("name", "x")),
          Map.of(),
          Map.of("a", "b"),
          Map.of("provider", "vault"),
          Map.of("a", Map.of("b", 1)));

  private final YamlReader reader = new YamlReader();

  static Stream<Arguments> files() throws IOException {
    List<Arguments> files = new ArrayList<>();
    files.add(Arguments.of("fleet.yaml", SchemaKind.FLEET));
    add(files, "tiers", SchemaKind.TIER);
    add(files, "tiers/templates", SchemaKind.TEMPLATE);
    add(files, "tenants", SchemaKind.TENANT);
    return files.stream();
  }

  private static void add(List<Arguments> files, String folder, SchemaKind kind)
      throws IOException {
    try (Stream<Path> paths = Files.list(REPOSITORY.resolve(folder))) {
      paths
          .filter(path -> path.toString().endsWith(".yaml"))
          .sorted()
          .forEach(path -> files.add(Arguments.of(folder + "/" + path.getFileName(), kind)));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isCertainOfNothingThatTheValidatorRefuses(String file, SchemaKind kind) throws IOException {
    Conformity conformity = Conformity.of(SchemaTree.of(kind));
    Schema validator = Validator.of(kind);
    Map<String, Object> tree =
        YamlTrees.documents(Files.readString(REPOSITORY.resolve(file))).get(0);
    assertThat(conformity.holdsFor(read(tree))).as(file).isTrue();
    int right = 0;
    int recognized = 0;
    for (Object variant : variants(tree)) {
      YamlMapping root = read(variant);
      boolean holds = conformity.holdsFor(root);
      boolean isRight = validator.validate(JsonConversion.of(root)).isEmpty();
      assertThat(!holds || isRight).as("%s", variant).isTrue();
      right += isRight ? 1 : 0;
      recognized += holds ? 1 : 0;
    }
    assertThat(recognized).as("recognized of " + right).isGreaterThan(right * 9 / 10);
  }

  /** That a value is not known to be right does not say that it is wrong. */
  @Test
  void isCertainOfNoConditionThatItCannotAnswer() {
    Map<String, Object> schema =
        Map.of(
            "if", Map.of("properties", Map.of("enabled", Map.of("const", true))),
            "then", Map.of("required", List.of("name")));
    Conformity conformity = Conformity.of(new SchemaTree(schema, schema));
    assertThat(conformity.holdsFor(read(Map.of("enabled", true)))).isFalse();
    assertThat(conformity.holdsFor(read(Map.of("enabled", true, "name", "a")))).isTrue();
  }

  private YamlMapping read(Object tree) {
    byte[] text = JsonWriter.line(written(tree)).getBytes(UTF_8);
    return reader.read("a.yaml", text).value().orElseThrow().root();
  }

  /** The tree with decimal fractions as the writer takes them. */
  private static Object written(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      Map<Object, Object> written = new LinkedHashMap<>();
      map.forEach((name, value) -> written.put(name, written(value)));
      return written;
    }
    if (tree instanceof List<?> list) {
      return list.stream().map(ConformityTest::written).toList();
    }
    return tree instanceof Double number ? BigDecimal.valueOf(number) : tree;
  }

  /** The tree with one difference, each of them once. */
  private static List<Object> variants(Object tree) {
    List<Object> variants = new ArrayList<>();
    if (tree instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) -> {
            variants(value).forEach(below -> variants.add(with(map, name, below)));
            VALUES.forEach(other -> variants.add(with(map, name, other)));
            Map<Object, Object> without = new LinkedHashMap<>(map);
            without.remove(name);
            variants.add(without);
          });
      List.of("new", "until", "7", "Näme", "x".repeat(60))
          .forEach(name -> VALUES.subList(0, 3).forEach(v -> variants.add(with(map, name, v))));
    } else if (tree instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        List<Object> other = new ArrayList<>(list);
        for (Object below : variants(list.get(i))) {
          other.set(i, below);
          variants.add(List.copyOf(other));
        }
        for (Object value : VALUES) {
          other.set(i, value);
          variants.add(List.copyOf(other));
        }
      }
    }
    return variants;
  }

  private static Map<Object, Object> with(Map<?, ?> map, Object name, Object value) {
    Map<Object, Object> other = new LinkedHashMap<>(map);
    other.put(name, value);
    return other;
  }
}
