package io.tenantsmith.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlWriterTest {

  private static final String ALPHABET =
      "ab01:- #'\"\\|>{}[],&*!%@`~=<?.\n\n\t\r _/$\u0000\u0007\u007f\u0085\u00a0\u00e4\u2028"
          + "\u200f\ufeff\uffff";

  @Test
  void writesBlocksIndentedAndSorted() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("spec", Map.of("empty", Map.of(), "none", List.of(), "on", "on"));
    tree.put("metadata", Map.of("name", "x", "a", 1, "namespace", "z"));
    tree.put("kind", "K");
    tree.put("list", List.of(List.of("a", "b"), Map.of("b", true, "name", 2L), "c: d"));
    assertThat(YamlWriter.write("Comment.", List.of(tree, Map.of("b", new BigDecimal("1E-6")))))
        .isEqualTo(
            """
            # Comment.
            kind: K
            metadata:
              name: x
              namespace: z
              a: 1
            list:
              - - a
                - b
              - name: 2
                b: true
              - "c: d"
            spec:
              empty: {}
              none: []
              "on": "on"
            ---
            b: 0.000001
            """);
  }

  @Test
  void writesTagsInFlow() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("a", new Tagged("!KeyOf", "app"));
    tree.put("b", new Tagged("!Find", List.of("m.n", List.of("slug", "x: y"))));
    tree.put("c", null);
    assertThat(YamlWriter.write(tree))
        .isEqualTo("a: !KeyOf app\nb: !Find [m.n, [slug, \"x: y\"]]\nc: null\n");
  }

  @Test
  void writesLinesAsTheyAre() {
    assertThat(YamlWriter.write(Map.of("a", "x\n\n  y\n"))).isEqualTo("a: |\n  x\n\n    y\n");
    assertThat(YamlWriter.write(Map.of("a", "x\ny"))).isEqualTo("a: |-\n  x\n  y\n");
    assertThat(YamlWriter.write(Map.of("a", "x\n\n"))).isEqualTo("a: |+\n  x\n\n");
    assertThat(YamlWriter.write(Map.of("a", List.of("x\ny\n"))))
        .isEqualTo("a:\n  - |\n    x\n    y\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "\n\n",
        " x\ny\n",
        "\n x\n",
        "\tx\n",
        "x \ny\n",
        "x\n \n",
        "x\r\ny\n",
        "x\ny ",
        "x\u0000\n",
        "x\u0085\n",
        "x\u2028\n",
        "\ufeffx\n",
        "x\n\ty\n"
      })
  void quotesLinesThatABlockCanNotHold(String text) {
    assertThat(YamlWriter.write(Map.of("a", text))).startsWith("a: \"");
    assertReadBack(Map.of("a", text));
  }

  @Test
  void aLoneSurrogateBecomesTheReplacementCharacter() {
    assertThat(YamlWriter.write(Map.of("a", "x\ud800"))).isEqualTo("a: \"x\\uFFFD\"\n");
    assertThat(YamlWriter.write(Map.of("a", "x\n\udc00\n"))).isEqualTo("a: \"x\\n\\uFFFD\\n\"\n");
    assertThat(YamlWriter.write(Map.of("a", "\ud83d\ude00"))).isEqualTo("a: \"\\U0001F600\"\n");
  }

  @Test
  void keysAreOrderedByCodePoint() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("\ud83d\ude00", 1);
    tree.put("\uff5e", 2);
    tree.put("", 3);
    assertThat(YamlWriter.write(tree)).isEqualTo("\"\": 3\n\"\uff5e\": 2\n\"\\U0001F600\": 1\n");
  }

  @Test
  void refusesWhatIsNoYaml() {
    assertThatThrownBy(() -> YamlWriter.write(Map.of("a", 1.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Double");
    assertThatThrownBy(() -> YamlWriter.write(Map.of("a".repeat(1001), 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whateverIsWrittenIsReadBack() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      assertReadBack(Map.of("k" + text(random), tree(random, 3)));
    }
  }

  private static Object tree(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 4)) {
      case 0 -> random.nextInt(100);
      case 1 -> random.nextBoolean();
      case 2, 3 -> text(random);
      case 4 -> List.of();
      case 5 -> new ArrayList<>(Arrays.asList(tree(random, depth - 1), tree(random, depth - 1)));
      default -> map(random, depth);
    };
  }

  private static Map<String, Object> map(Random random, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      map.put(text(random), tree(random, depth - 1));
    }
    return map;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return random.nextInt(20) == 0 ? text.append("\ud83d\ude00").toString() : text.toString();
  }

  private static void assertReadBack(Map<String, Object> tree) {
    String yaml = YamlWriter.write("c", List.of(tree, tree));
    Iterable<Object> documents = new Load(LoadSettings.builder().build()).loadAllFromString(yaml);
    assertThat(documents).as(yaml).containsExactly(tree, tree);
  }
}
