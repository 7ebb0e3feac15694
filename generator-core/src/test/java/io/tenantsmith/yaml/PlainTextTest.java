package io.tenantsmith.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PlainTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on",
        "On",
        "OFF",
        "off",
        "yes",
        "Yes",
        "no",
        "NO",
        "y",
        "Y",
        "n",
        "N",
        "true",
        "True",
        "false",
        "FALSE",
        "null",
        "Null",
        "~",
        "",
        " ",
        "=",
        "<<",
        "012",
        "0o14",
        "0o7",
        "0x1f",
        "0X1F",
        "0b1",
        "1_000",
        "0__xe",
        "0b-1",
        "0b+_0",
        "0o-7",
        "2.98E_+2",
        "2_026-11-25",
        "12:30",
        "1:30:59.5",
        "190:20:30",
        "2026-11-25",
        "2026-1-2",
        "2026-11-25T10:00:00Z",
        "1e3",
        "1E10",
        "1e+3",
        "12345678e9012345",
        ".5",
        "5.",
        "1.10",
        "-1",
        "+1",
        "-.inf",
        ".inf",
        ".Inf",
        ".nan",
        ".NaN",
        "0",
        "00",
        "1",
        "-",
        "--",
        "---",
        "...",
        "- a",
        "?",
        "? a",
        ":",
        ":a",
        "a:",
        "a: b",
        "a #b",
        "#a",
        "a,b",
        "[a]",
        "{a}",
        "!File x",
        "&a",
        "*a",
        "|",
        ">",
        "'a'",
        "\"a\"",
        "%a",
        "@a",
        "`a`",
        "a ",
        " a",
        "a  b",
        "a\tb",
        "a\nb",
        "a\\b",
        "$(A)",
        "${A}",
        "{{ a }}",
        "%(app)s",
        "M\u00fcller",
        "\u2028",
        "\ud83d\ude00"
      })
  void isQuotedAndReadBack(String text) {
    assertThat(PlainText.isSafe(text)).isFalse();
    assertReadBack(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "/",
        "_",
        "_1",
        "a",
        "yess",
        "nope",
        "v1.36",
        "10.0.0.0/8",
        "2000::/3",
        "5m",
        "1Gi",
        "9008337301f0b166",
        "0b1c",
        "0x1g",
        "a:b",
        "oidc:tenant-globex-admins",
        "a = b",
        "a -b",
        "ACME Corporation",
        "io.k8s/a",
        "1e",
        "tru",
        "2026-x"
      })
  void isPlainWhereItReadsAlike(String text) {
    assertThat(PlainText.isSafe(text)).isTrue();
    assertReadBack(text);
  }

  private static void assertReadBack(String text) {
    Map<String, Object> tree = Map.of(text, List.of(text, Map.of("k", text)));
    String yaml = YamlWriter.write("c", List.of(tree));
    assertThat(new Load(LoadSettings.builder().build()).loadFromString(yaml)).isEqualTo(tree);
  }
}
