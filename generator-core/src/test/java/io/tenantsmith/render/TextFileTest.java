package io.tenantsmith.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts in languages of their own, loaded and filled. */
class TextFileTest {

  private static final TextFile RULE = new TextFile("rule", "up{namespace=\"${namespace}\"} == 0");

  @Test
  void valuesTakeThePlacesOfHolesAsTheyAre() {
    assertThat(RULE.filled(Map.of("namespace", "$1\\${x}")))
        .isEqualTo("up{namespace=\"$1\\${x}\"} == 0");
  }

  @Test
  void whatIsNoNameOfLettersIsNoHole() {
    assertThat(new TextFile("a", "$${x}${} ${a b} ${$} ${x}${x").filled(Map.of("x", "1")))
        .isEqualTo("$1${} ${a b} ${$} 1${x");
  }

  @Test
  void aHoleWithoutValueAndAValueWithoutHoleAreBugs() {
    assertThatThrownBy(() -> RULE.filled(Map.of()))
        .hasMessage("rule has a hole ${namespace} without a value");
    assertThatThrownBy(() -> RULE.filled(Map.of("namespace", "a", "limit", "1")))
        .hasMessage("rule has no hole for [limit]");
  }

  @Test
  void aShortExpressionStandsOnOneLine() {
    String text = "sum by (a) (\n  x{b=\"  c\"}\n    [5m]\n)\n* 60 >\n  ${limit}\n";
    assertThat(new TextFile("rule", text).onOneLine().text())
        .isEqualTo("sum by (a) (x{b=\"  c\"} [5m]) * 60 > ${limit}");
  }
}
