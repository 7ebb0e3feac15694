package io.tenantsmith.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void laysOutAsTheOutputDoes() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("schema", 1);
    content.put("tenants", List.of(new JsonWriter.OneLine(Map.of("id", "acme"))));
    content.put("none", List.of());
    content.put("ok", true);

    assertThat(JsonWriter.pretty(content))
        .isEqualTo(
            """
            {
              "schema": 1,
              "tenants": [
                {"id": "acme"}
              ],
              "none": [],
              "ok": true
            }
            """);
  }

  @Test
  void escapesWhatWouldEndAStringOrALine() {
    assertThat(JsonWriter.line("a\"\\\n\u0001\u2028ü"))
        .isEqualTo("\"a\\\"\\\\\\n\\u0001\\u2028ü\"");
    assertThat(JsonWriter.line("\ud83d\ude00 \ud83d \u202e"))
        .isEqualTo("\"\ud83d\ude00 \\ud83d \\u202e\"");
  }

  /** GitHub, Azure and TeamCity obey these wherever they stand in a line of a log. */
  @Test
  void holdsNoCommandForARunner() {
    assertThat(JsonWriter.line("##[error]a ##vso[b]c ### d #[e] ##f"))
        .isEqualTo("\"\\u0023#[error]a \\u0023#vso[b]c ### d #[e] ##f\"");
  }

  @Test
  void oneTextForEqualValuesInWhateverOrder() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("b", List.of(1, Map.of("x", "y", "a", true)));
    content.put("a", "1, 2: 3");

    assertThat(JsonWriter.canonical(content))
        .isEqualTo("{\"a\":\"1, 2: 3\",\"b\":[1,{\"a\":true,\"x\":\"y\"}]}");
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThat(JsonWriter.line(new BigDecimal("1.50"))).isEqualTo("1.50");
    assertThatThrownBy(() -> JsonWriter.line(1.5)).isInstanceOf(IllegalArgumentException.class);
  }
}
