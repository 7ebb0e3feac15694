package io.tenantsmith.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {

  /** What is searched by hand, since it is searched in every longer text of every tenant. */
  private static final Pattern LOGIN =
      Pattern.compile("[a-z][a-z0-9+.-]*://[^\\s/:@\"']*:([^\\s/@\"']+)@");

  private static final String[] PIECES = {
    "://", "://", ":", "@", "/", "a", "7", "-", "+", ".", "Z", " ", "\n", "\t", "\"", "'", "$x",
    "true", "user", "https", "é", "", "<p>", "(x)", "\u00a0"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:pass@host",
        "s3+x://:p:q@h",
        "see 1a://u:p@h, and b",
        "http://a http://u:$p@h ftp://u:real@h"
      })
  void findsALogin(String text) {
    assertThat(SecretText.holdsLogin(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "://u:p@h",
        "7://u:p@h",
        "A://u:p@h",
        "https://host/a:b@c",
        "https://user@host",
        "https://user:@host",
        "https://user:$password@host",
        "https://user:pass word@host",
        "https://host:443"
      })
  void findsNoneWhereNoneIs(String text) {
    assertThat(SecretText.holdsLogin(text)).isFalse();
  }

  @Test
  void findsWhatAnExpressionFinds() {
    Random random = new Random(7);
    int found = 0;
    for (int n = 0; n < 200_000; n++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "a://u:" : "");
      for (int i = random.nextInt(14); i >= 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      boolean expected =
          LOGIN.matcher(text).results().anyMatch(login -> SecretText.isLiteral(login.group(1)));
      assertThat(SecretText.holdsLogin(text.toString())).as("%s", text).isEqualTo(expected);
      found += expected ? 1 : 0;
    }
    assertThat(found).isGreaterThan(500);
  }
}
