package io.tenantsmith.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that knows a shape reads what one reads that has never seen it. */
class TaggedReaderTest {

  private static final List<String> STRINGS =
      List.of(
          "", "a", "a: b", "- c", "#", "\"", "\\", "\n", "é", "日本", "😀", "\u2028", "\ufeff", "\t",
          "%", "]", "}");

  private static final String TEXT =
      """
      # says "nothing": "really"
      version: 1
      name: %s
      list: [%s, !Find [a, %s]]
      items:
        - %s
        - url: %s
          block: |
            key: "no string"
      last: !File %s
      """;

  @Test
  void textsOfOneShapeAreReadAsTheyStand() {
    TaggedReader reader = new TaggedReader();
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      String text = TEXT.formatted(random.ints(6, 0, 4).mapToObj(n -> string(n, random)).toArray());
      assertThat(reader.read(text)).as(text).isEqualTo(new TaggedReader().read(text));
      assertThat(reader.read(text)).as(text).isEqualTo(read(text));
    }
  }

  private static String string(int parts, Random random) {
    StringBuilder string = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      string.append(STRINGS.get(random.nextInt(STRINGS.size())));
    }
    return QuotedText.of(string.toString());
  }

  /** Without a shape: a text with a character of private use is parsed. */
  private static TaggedNode read(String text) {
    return new TaggedReader().read(text + "# \ue000\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: \"b\"\nc: 'd: \"e\"'\n",
        "a: |\n  b: \"c\"\n",
        "a: \"b\"\n# c: \"d\"\n",
        "\"a\": \"b\"\n\"c: \": \"d\"\n",
        "a: \"b\n  c: \"\n",
        "a: \"\\x41\\u0041\\U0001F600\"\n",
        "a: b \"c\", \"d\"\n",
        "a: [\"b\", \"c\"]\nd: {e: \"f\"}\n",
      })
  void whatOnlyLooksLikeAStringIsRead(String text) {
    TaggedReader reader = new TaggedReader();
    assertThat(reader.read(text)).isEqualTo(read(text));
    assertThat(reader.read(text)).isEqualTo(read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a: \"b\nc: 1\n", "a: \"b\" c\n", "a: \"\\q\"\n", "a: \"1\"\na: \"2\"\n"})
  void whatIsNoYamlIsRefused(String text) {
    assertThatThrownBy(() -> new TaggedReader().read(text)).isInstanceOf(RuntimeException.class);
  }
}
