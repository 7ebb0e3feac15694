package io.tenantsmith.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be missing, or be something else. */
class JsonTreeTest {

  private static JsonTree tree(String text) {
    return JsonTree.of(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "7,7",
    "-7,-7",
    "2147483647,2147483647",
    "2147483648,5",
    "7.0,5",
    "7e0,7",
    "7e1,5",
    "true,5"
  })
  void onlyWhatIsWrittenAsAWholeNumberIsOne(String text, int read) {
    assertThat(tree(text).integer(5)).isEqualTo(read);
    assertThat(tree(text).isInt()).isEqualTo(read != 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1]", "7", "\"a\"", "null"})
  void whatIsMissingIsAValueToo(String text) {
    JsonTree missing = tree(text).path("a").path("b");
    assertThat(missing.text()).isEmpty();
    assertThat(missing.items()).isEmpty();
    assertThat(missing.fields()).isEmpty();
    assertThat(missing.has("c")).isFalse();
    assertThat(missing.integer(3)).isEqualTo(3);
    assertThat(missing.isText() || missing.isInt() || missing.isList() || missing.isMapping())
        .isFalse();
  }

  @Test
  void aKeyWithoutAValueIsThere() {
    assertThat(tree("{\"a\": null}").has("a")).isTrue();
    assertThat(tree("{\"b\": [1, \"x\"], \"a\": {}}").fields().keySet()).containsExactly("a", "b");
    assertThat(tree("[1, \"x\"]").items()).extracting(JsonTree::text).containsExactly("1", "x");
  }
}
