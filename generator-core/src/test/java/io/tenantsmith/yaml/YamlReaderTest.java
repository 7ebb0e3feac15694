package io.tenantsmith.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

  private final YamlReader reader = new YamlReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: &x 1\\nb: *x\\n | t.yaml:1:4 YAM105, t.yaml:2:4 YAM105",
        "a: {<<: {b: 1}}\\n | t.yaml:1:5 YAM108",
        "a: !!java.net.URL [x]\\n | t.yaml:1:4 YAM106",
        "a: !Env X\\nb: !!binary eA==\\n | t.yaml:1:4 YAM106, t.yaml:2:4 YAM106",
        "%TAG ! tag:x,2026:\\n---\\na: 1\\n | t.yaml:1:1 YAM106",
        "a: 1\\n---\\nb: 2\\n | t.yaml:2:1 YAM104",
        "a: 1\\n...\\nb: 2\\n | t.yaml:3:1 YAM103",
        "a: 1\\nb: 2\\n'a': 3\\n\"\\\\x61\": 4\\n | t.yaml:3:1 YAM107, t.yaml:4:1 YAM107",
        "? [a]\\n: 1\\n | t.yaml:1:3 YAM112",
        "- a\\n | t.yaml:1:1 YAM111",
        "# nothing\\n | t.yaml YAM111",
        "just text\\n | t.yaml:1:1 YAM111",
        "a:\\n\\t- b\\n | t.yaml:2:1 YAM103",
        "a: 'b\\nc: d\\n | t.yaml:1:4 YAM103",
        "a: b: c\\n | t.yaml:1:5 YAM103",
        "a:b\\nc: d\\n | t.yaml:2:2 YAM103",
        "a: 1\\n  b: 2\\n | t.yaml:2:4 YAM103",
        "<<<<<<< HEAD\\na: 1\\n=======\\na: 2\\n>>>>>>> x\\n | t.yaml:1:1 YAM113",
        "a: [1, 2\\n | t.yaml:1:4 YAM103",
        "a: \\1\\n | t.yaml:1:4 YAM102",
        "a: x\u2028b: y\\n | t.yaml:1:5 YAM102",
        "a: 1 # x\u0085b: 2\\n | t.yaml:1:9 YAM102",
        "a: 1\\rb: 2\\n | t.yaml:1:5 YAM102",
      })
  void refuses(String text, String expected) {
    assertThat(codes(read(unescape(text)))).isEqualTo(expected);
  }

  @Test
  void keepsPlacesAndTypes() {
    YamlMapping root =
        read("\uFEFFname: \"no\"\r\nlist: [1, 2.5, x]\r\nü: true\n").value().orElseThrow().root();

    assertThat(root.entries())
        .extracting(YamlMapping.Entry::name)
        .containsExactly("name", "list", "ü");
    assertThat(root.find("list").orElseThrow().value())
        .isInstanceOfSatisfying(
            YamlSequence.class,
            list ->
                assertThat(list.items())
                    .extracting(n -> n.typeName() + "@" + n.range().display())
                    .containsExactly(
                        "integer@t.yaml:2:8", "number@t.yaml:2:11", "string@t.yaml:2:16"));
    assertThat(root.find("ü").orElseThrow().value().range().display()).isEqualTo("t.yaml:3:4");
  }

  @Test
  void refusesOtherEncodings() {
    assertThat(codes(reader.read("t.yaml", "a: ü\n".getBytes(StandardCharsets.ISO_8859_1))))
        .isEqualTo("t.yaml:1:4 YAM101");
    assertThat(codes(reader.read("t.yaml", "a: b\n".getBytes(StandardCharsets.UTF_16))))
        .isEqualTo("t.yaml:1:1 YAM101");
    assertThat(codes(reader.read("t.yaml", new byte[] {'a', ':', ' ', (byte) 0xC0, (byte) 0x80})))
        .isEqualTo("t.yaml:1:4 YAM101");
  }

  @Test
  void boundsHostileFiles() {
    assertThat(codes(read("a: " + "[".repeat(10_000)))).isEqualTo("t.yaml:1:27 YAM109");
    assertThat(codes(read("- ".repeat(20_000) + "x"))).endsWith("YAM109");
    assertThat(codes(read("? ".repeat(5_000) + "x"))).endsWith("YAM109");
    assertThat(codes(read("a: [" + "1,".repeat(30_000) + "]"))).endsWith("YAM110");
    String keys = "k: 1\n".repeat(1_000);
    assertThat(read(keys).diagnostics()).hasSizeLessThanOrEqualTo(50);
  }

  private Result<YamlDocument> read(String text) {
    return reader.read("t.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String codes(Result<?> result) {
    List<Diagnostic> sorted = result.diagnostics().stream().sorted().toList();
    return sorted.stream()
        .map(d -> d.range().display() + " " + d.code())
        .collect(Collectors.joining(", "));
  }

  private static String unescape(String text) {
    return text.translateEscapes();
  }
}
