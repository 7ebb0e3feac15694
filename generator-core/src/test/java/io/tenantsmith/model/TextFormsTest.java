package io.tenantsmith.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The value types that keep a text as it was typed. */
class TextFormsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Q&A: \"x\" <b> ${y} $(z)", "Müller & Söhne", "株式会社", "🚀 Rocket", "✈️", "a"})
  void takesNames(String text) {
    assertThat(DisplayName.check(text).value()).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " a",
        "a ",
        "a\tb",
        "a\nb",
        "a\u00A0b",
        "a\u200Bb",
        "a\u202Eb",
        "a\u2066b",
        "\u3164",
        "\u2800",
        "\uD83D\uDC68\u200D\uD83D\uDC69",
        "a\uDB40\uDC41",
        "a\u00ADb",
        "\uE000"
      })
  void refusesNamesThatHideSomething(String text) {
    assertThat(DisplayName.check(text).value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"o'brien+x@example.com", "A.B@Example.COM", "x@sub.example.co"})
  void takesMailAddresses(String text) {
    assertThat(MailAddress.check(text).value()).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b",
        "a@@b.c",
        "a b@c.de",
        ".a@b.cd",
        "a..b@c.de",
        "a@b.cd\n",
        "A <a@b.cd>",
        "ä@b.cd",
        "a@b.cd.",
        "${x}@b.cd",
        "@b.cd"
      })
  void refusesMailAddresses(String text) {
    assertThat(MailAddress.check(text).value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:1",
        "h.example.com:5000/a/b:1.2-x",
        "a@sha256:PAD",
        "reg/a__b:1",
        "a:1@sha256:PAD"
      })
  void takesFixedImages(String text) {
    String full = text.replace("PAD", "0".repeat(64));
    assertThat(ImageReference.check(full).value()).contains(full);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a:latest",
        "h:5000/a",
        "h:5000/a:latest",
        "A:1",
        "a:",
        "a@sha256:12",
        "a: 1",
        "/a:1",
        "a//b:1",
        "-a:1"
      })
  void refusesImagesThatCanChange(String text) {
    assertThat(ImageReference.check(text).value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "target/gitops.git",
        "ssh://git@h.example.com/x.git",
        "git@h:x/y.git",
        "https://h/x",
        "C:\\x"
      })
  void takesRepositories(String text) {
    assertThat(WebAddress.repository(text).value()).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://token@h/x",
        "https://u:p@h/x",
        "ssh://git:pw@h/x",
        "--upload-pack=x",
        "a b",
        "$(x)"
      })
  void refusesRepositories(String text) {
    assertThat(WebAddress.repository(text).value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2027-02-30", "2027-2-3", "27-02-03", "1999-01-01", "2027-01-01T00:00:00Z"})
  void refusesDates(String text) {
    assertThat(IsoDate.check(text).value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", "/a", "a/", "a.lock", "a//b", "a/.b", "-a", "a b", "a~1", ""})
  void refusesBranches(String text) {
    assertThat(PlainNames.branch(text).value()).isEmpty();
  }
}
