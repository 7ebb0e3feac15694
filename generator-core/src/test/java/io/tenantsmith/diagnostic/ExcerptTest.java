package io.tenantsmith.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(Excerpt.of("a: b", range, 72).carets()).isEqualTo("  ^^");
  }

  @Test
  void whatTerminalsDisagreeAboutIsEscaped() {
    // a family joined by U+200D, a heart with a variation selector, a skin tone, a zero width space
    assertThat(excerpt("\uD83D\uDC68\u200D\uD83D\uDC69x", 4, 5))
        .isEqualTo(new Excerpt("\uD83D\uDC68\\u{200D}\uD83D\uDC69x", " ".repeat(12) + "^"));
    assertThat(excerpt("\u2764\uFE0Fx", 3, 4).carets()).isEqualTo(" ".repeat(9) + "^");
    assertThat(excerpt("\uD83D\uDC4B\uD83C\uDFFDx", 3, 4).carets()).isEqualTo(" ".repeat(11) + "^");
    assertThat(excerpt("a\u200Bx", 3, 4))
        .isEqualTo(new Excerpt("a\\u{200B}x", " ".repeat(9) + "^"));
    assertThat(excerpt("a\u202Ex", 3, 4).line()).isEqualTo("a\\u{202E}x");
  }

  /** A runner of a pipeline obeys these anywhere in a line. */
  @Test
  void commandsOfRunnersAreEscaped() {
    assertThat(excerpt("a: ##[add-mask]x", 4, 6))
        .isEqualTo(new Excerpt("a: \\u{23}#[add-mask]x", "   ^^^^^^^"));
    assertThat(excerpt("\ud83d\udc68 ##vso[x]", 3, 4).line())
        .isEqualTo("\ud83d\udc68 \\u{23}#vso[x]");
    assertThat(excerpt("## a heading", 1, 2).line()).isEqualTo("## a heading");
  }

  @Test
  void aLongLineIsCutAroundThePlace() {
    String line = "a".repeat(500) + "WRONG" + "b".repeat(500);

    Excerpt excerpt = excerpt(line, 501, 506);

    assertThat(excerpt.line()).startsWith("...aaa").endsWith("bbb...").hasSize(72);
    int caret = excerpt.carets().indexOf('^');
    assertThat(excerpt.line().substring(caret, excerpt.carets().length())).isEqualTo("WRONG");
  }

  @Test
  void aLongRangeEndsWithTheCut() {
    Excerpt excerpt = excerpt("x".repeat(500), 1, 501);
    assertThat(excerpt.carets()).isEqualTo("^".repeat(66));
  }

  @Test
  void aPlaceBehindTheEndOfALongLineIsSeen() {
    Excerpt excerpt = excerpt("x".repeat(500), 501, 502);
    assertThat(excerpt.carets()).hasSize(excerpt.line().length() + 1).endsWith("^");
  }

  /** Whatever stands in a line and wherever the place is: it fits, and the caret is below it. */
  @ParameterizedTest
  @ValueSource(ints = {40, 72, 80, 132})
  void everyPlaceOfEveryLineFits(int columns) {
    String mixed = "key: \u65E5\u672C e\u0301 \t\u200B\uD83D\uDE00 \uFF21\u1112\u1161\u11AB";
    String line = mixed.repeat(20);
    int points = line.codePointCount(0, line.length());
    for (int column = 1; column <= points; column++) {
      SourceRange range = new SourceRange("a.yaml", 1, column, 1, column + 1);
      Excerpt excerpt = Excerpt.of(line, range, columns);
      assertThat(width(excerpt.line())).isLessThanOrEqualTo(columns);
      assertThat(excerpt.carets().length()).isLessThanOrEqualTo(columns);
      int point = line.codePointAt(line.offsetByCodePoints(0, column - 1));
      if (Character.isLetter(point) && CellWidth.of(point) > 0) {
        int before = excerpt.carets().indexOf('^');
        assertThat(excerpt.line().substring(at(excerpt.line(), before)))
            .startsWith(Character.toString(point));
      }
    }
  }

  private static int width(String text) {
    return text.codePoints().map(CellWidth::of).sum();
  }

  /** Where in a text a column begins, behind the marks of the character before it. */
  private static int at(String text, int column) {
    int seen = 0;
    int index = 0;
    while (seen < column || CellWidth.of(text.codePointAt(index)) == 0) {
      seen += CellWidth.of(text.codePointAt(index));
      index = text.offsetByCodePoints(index, 1);
    }
    return index;
  }

  private static Excerpt excerpt(String line, int column, int end) {
    return Excerpt.of(line, new SourceRange("a.yaml", 1, column, 1, end), 72);
  }
}
