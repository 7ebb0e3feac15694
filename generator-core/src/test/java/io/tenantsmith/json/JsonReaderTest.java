package io.tenantsmith.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  @Test
  void readsAllKindsOfValues() {
    assertThat(JsonReader.read("{\"b\": [1, 2.50, \"x\\n\", true, false, null], \"a\": {}}"))
        .isEqualTo(
            Map.of(
                "b",
                Arrays.asList(
                    new BigDecimal("1"), new BigDecimal("2.50"), "x\n", true, false, null),
                "a",
                Map.of()));
  }

  @Test
  void keepsTheOrderOfKeys() {
    assertThat(((Map<?, ?>) JsonReader.read("{\"b\": 1, \"a\": 2}")).keySet().toString())
        .isEqualTo(List.of("b", "a").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,", "{\"a\"}", "{} {}", "no", "{\"a\": 1,}", "\"open"})
  void refusesWhatIsNotOneValue(String text) {
    assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
