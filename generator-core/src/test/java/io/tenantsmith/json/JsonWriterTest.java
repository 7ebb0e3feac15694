package io.tenantsmith.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void keepsTheOrderOfMembersAndIndents() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("b", List.of(1, true, "x"));
    tree.put("a", new ArrayList<>(Arrays.asList((Object) null)));
    tree.put("none", List.of());
    tree.put("empty", Map.of());

    assertThat(JsonWriter.write(tree))
        .isEqualTo(
            """
            {
              "b": [
                1,
                true,
                "x"
              ],
              "a": [
                null
              ],
              "none": [],
              "empty": {}
            }
            """);
  }

  @Test
  void escapesWhatATerminalWouldObey() {
    assertThat(JsonWriter.write("\"\\\n\u001b[31m\u202e\u007f"))
        .isEqualTo("\"\\\"\\\\\\n\\u001b[31m\\u202e\\u007f\"\n");
  }

  @Test
  void keepsPairsAndEscapesHalves() {
    assertThat(JsonWriter.write("\ud83d\ude00 \ud83d")).isEqualTo("\"\ud83d\ude00 \\ud83d\"\n");
  }

  @Test
  void refusesWhatIsNotJson() {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.write(1.5));
  }
}
