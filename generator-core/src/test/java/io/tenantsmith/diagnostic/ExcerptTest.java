package io.tenantsmith.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void marksTheRange() {
    assertThat(excerpt("tier: gold", 7, 11)).isEqualTo(new Excerpt("tier: gold", "      ^^^^"));
  }

  @Test
  void marksThePlaceBehindTheEnd() {
    assertThat(excerpt("tier:", 6, 7)).isEqualTo(new Excerpt("tier:", "     ^"));
  }

  @Test
  void wideCharactersTakeTwoCaretsAndCombiningOnesNone() {
    assertThat(excerpt("日本: x", 1, 3).carets()).isEqualTo("^^^^");
    assertThat(excerpt("e\u0301: x", 4, 5).carets()).isEqualTo("  " + "^");
  }

  @Test
  void tabsAndEscapesKeepTheCaretsInPlace() {
    assertThat(excerpt("\tx", 2, 3)).isEqualTo(new Excerpt("    x", "    ^"));
    assertThat(excerpt("\u001bx", 2, 3)).isEqualTo(new Excerpt("\\u{1B}x", "      ^"));
  }

  @Test
  void aRangeOfSeveralLinesIsMarkedToTheEndOfItsFirst() {
    SourceRange range = new SourceRange("a.yaml", 1, 3, 4, 1);
    assertThat(Excerpt.of("a: b", range).carets()).isEqualTo("  ^^");
  }

  @Test
  void aLongLineIsCutAroundThePlace() {
    String line = "a".repeat(500) + "WRONG" + "b".repeat(500);

    Excerpt excerpt = excerpt(line, 501, 506);

    assertThat(excerpt.line()).startsWith("...aaa").endsWith("bbb...").hasSize(106);
    int caret = excerpt.carets().indexOf('^');
    assertThat(excerpt.line().substring(caret, excerpt.carets().length())).isEqualTo("WRONG");
  }

  @Test
  void aLongRangeEndsWithTheCut() {
    Excerpt excerpt = excerpt("x".repeat(500), 1, 501);
    assertThat(excerpt.carets()).isEqualTo("^".repeat(100));
  }

  private static Excerpt excerpt(String line, int column, int end) {
    return Excerpt.of(line, new SourceRange("a.yaml", 1, column, 1, end));
  }
}
