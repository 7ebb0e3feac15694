package io.tenantsmith.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules look for in names and texts. */
class TextsTest {

  private static final String LONG = "n".repeat(63);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "DB_PASSWORD",
        "dbPasswd",
        "PWD",
        "pass-phrase",
        "client_secret",
        "auth.token",
        "API_KEY",
        "privateKey",
        "Access Key",
        "SECRET_KEY",
        "WORDPRESS_AUTH_KEY",
        "smtpCredentials"
      })
  void namesOfSecrets(String name) {
    assertThat(SecretText.isSecretName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "d",
        "PASSWORD_FILE",
        "secretName",
        "TOKEN_URL",
        "key",
        "public_key",
        "word",
        "keyword",
        "tokens",
        "target",
        "ACCESS_KEY_ID",
        "base",
        "children"
      })
  void namesThatOnlySpeakOfSecrets(String name) {
    assertThat(SecretText.isSecretName(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "\"hunter2\"", "'x'", "7", "-x", " x "})
  void literals(String value) {
    assertThat(SecretText.isLiteral(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"\"",
        "''",
        "/run/secrets/x",
        "$(X)",
        "$X",
        "!File x",
        "<x>",
        "{",
        "***",
        "getenv('X')",
        "true",
        "false",
        "null",
        "on",
        "off",
        "yes",
        "no"
      })
  void noLiterals(String value) {
    assertThat(SecretText.isLiteral(value)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "password = x | password",
        "password: x | password",
        "'  \"client_secret\": \"x\",' | client_secret",
        "api_key='x'; | api_key",
        "user:password=x | ''",
        "password | ''",
        "= x | ''",
        "password = | ''",
        "password = $X | ''",
        "if (password == x | ''"
      })
  void assignments(String line, String name) {
    assertThat(SecretText.assigned(line)).isEqualTo(name);
    assertThat(look(line).contains(Trait.ASSIGNMENT)).isEqualTo(!name.isEmpty());
    assertThat(SecretText.assignedLine("a = b\n" + line + "\nc: d")).isEqualTo(name);
    assertThat(SecretText.assignedLine("\na = b\n" + line)).isEqualTo(name);
    assertThat(SecretText.assignedLine("\n" + line)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "https://it:x@host, true",
    "redis://:x@host, true",
    "@it https://it:x@host, true",
    "https://it@host, false",
    "https://host/a:b@c, false",
    "https://it:$(X)@host, false",
    "it:x@host, false"
  })
  void logins(String text, boolean isLogin) {
    assertThat(SecretText.holdsLogin(text)).isEqualTo(isLogin);
    if (isLogin) {
      assertThat(look(text)).contains(Trait.LOGIN);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a ${b}, DOLLAR",
    "db.tenant-x.svc, SERVICE",
    "up{namespace=x}, QUERY",
    "up{namespace  !~ x}, QUERY",
    "-----BEGIN RSA PRIVATE KEY-----, PRIVATE_KEY",
    "see tenant-x, NEIGHBOUR",
    "tenant-x, NEIGHBOUR"
  })
  void looksOnceForEverything(String text, Trait trait) {
    assertThat(look(text)).containsExactly(trait);
    assertThat(look("\uD83D\uDE00 ü " + text)).containsExactly(trait);
    assertThat(look("\u00FC " + text)).containsExactly(trait);
    assertThat(look("\uD83D\uDE00\u0080 " + text)).containsExactly(trait);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$a {b}", "a.sv", "spacename=x", "----", "my-tenant-x", "tenant", "a@b", "x://y"})
  void findsNothingElse(String text) {
    assertThat(look(text)).isEmpty();
  }

  @Test
  void remembersWhatIsHarmlessAndNothingElse() {
    Glossary glossary = new Glossary("tenant-");
    for (int i = 0; i < 2; i++) {
      assertThat(look(glossary, "harmless")).isEmpty();
      assertThat(look(glossary, "${x}")).containsExactly(Trait.DOLLAR);
      assertThat(look(glossary, "x".repeat(200))).isEmpty();
      assertThat(look(glossary, "x".repeat(200) + "${x}")).containsExactly(Trait.DOLLAR);
    }
  }

  @Test
  void looksForNoNeighboursWithoutAPrefix() {
    assertThat(look(new Glossary(""), "a\nb")).isEmpty();
  }

  @Test
  void wordsEndBeforeADot() {
    assertThat(NameInText.end("tenant-x. And", 0)).isEqualTo(8);
    assertThat(NameInText.end("tenant-x.php", 0)).isEqualTo(12);
    assertThat(NameInText.end("(z9)", 1)).isEqualTo(3);
    assertThat(NameInText.end("...", 0)).isZero();
  }

  @Test
  void formsOfNames() {
    assertThat(Set.of("a", "a-b", "0", "z9")).allMatch(NameForm::isLabel);
    assertThat(Set.of("", "-a", "a-", "A", "Z", "a.b", "a_b", "é", "{", "/", ":", "`"))
        .noneMatch(NameForm::isLabel);
    assertThat(Set.of("a", "a.b-c.d")).allMatch(NameForm::isSubdomain);
    assertThat(Set.of("", ".", "a.", ".a", "a..b", "a.-b")).noneMatch(NameForm::isSubdomain);
    assertThat(Set.of("", "a", "z", "A.b_c-D", "A", "Z", "0", "9", LONG))
        .allMatch(NameForm::isLabelValue);
    assertThat(Set.of("-", "a-", ".a", "a b", LONG + "n")).noneMatch(NameForm::isLabelValue);
  }

  private static Set<Trait> look(String text) {
    return look(new Glossary("tenant-"), text);
  }

  private static Set<Trait> look(Glossary glossary, String text) {
    int found = glossary.look(text);
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    for (Trait trait : Trait.values()) {
      if ((found & trait.bit()) != 0) {
        traits.add(trait);
      }
    }
    return traits;
  }
}
