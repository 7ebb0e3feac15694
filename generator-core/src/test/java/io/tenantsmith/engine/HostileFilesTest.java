package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.engine.command.Validate;
import io.tenantsmith.harness.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to exhaust a reader end quickly, in few words to people, without a trace. */
@Timeout(10)
class HostileFilesTest {

  /** Fifty diagnostics with excerpt and hint. */
  private static final int MAX_LINES = 5 * 50 + 2;

  /** As many as a file may hold values. */
  private static final int MAX_FOUND = 20_000;

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isRefusedInFewWords(String name, String content, String code) throws IOException {
    new Scenario(folder, Path.of("src/test/resources/cases/base"));
    Files.writeString(folder.resolve("tenants/hostile.yaml"), content);
    Report report = new Validate().run(Request.of(folder), Session.ofThisProcess());
    assertThat(report.outcome()).as(name).isEqualTo(Outcome.REFUSED);
    assertThat(report.diagnostics().size()).isBetween(1, MAX_FOUND);
    assertThat(report.diagnostics().stream().map(d -> d.code().name()).distinct()).contains(code);
    assertThat(report.diagnostics().stream().mapToInt(d -> d.message().length()).max().orElse(0))
        .isLessThan(500);
    String text = ReportText.inFormat(report, Format.TEXT, Style.PLAIN);
    assertThat(text.lines().count()).isLessThanOrEqualTo(MAX_LINES);
    assertThat(text.lines().mapToInt(String::length).max().orElse(0)).isLessThan(600);
  }

  static Stream<Arguments> files() {
    return Stream.of(
        file("billion laughs", bomb(), "YAM105"),
        file("quadratic aliases", "a: &a " + "x".repeat(60_000) + list("*a,", 30_000), "YAM105"),
        file("recursive alias", "a: &a [*a]\n", "YAM105"),
        file("merge keys", lines("k", "{<<: {a: b}}", 5_000), "YAM108"),
        file("brackets", "a: " + "[".repeat(10_000), "YAM109"),
        file("braces", "a: " + "{a: ".repeat(10_000), "YAM109"),
        file("dashes", "a:\n" + "- ".repeat(20_000) + "x\n", "YAM109"),
        file("question marks", "? ".repeat(5_000) + "x\n", "YAM109"),
        file("24 megabytes", "a: " + "x".repeat(24_000_000) + "\n", "SRC106"),
        file("a long string", "display_name: " + "x".repeat(200_000) + "\n", "SCH006"),
        file("a long number", "resources: {db_cores: " + "9".repeat(200_000) + "}\n", "SCH006"),
        file("a long key", "x".repeat(200_000) + ": y\n", "YAM103"),
        file("a long quoted key", "? \"" + "x".repeat(200_000) + "\"\n: y\n", "SCH003"),
        file("many keys", lines("key", "1", 999), "SCH003"),
        file("too many keys", lines("k", "1", 20_000), "YAM110"),
        file("too many values", "a: [" + "b,".repeat(100_000) + "]\n", "YAM110"),
        file("keys of one hash code", sameHash(), "YAM110"),
        file("many wrong items", "custom_domains: [" + "1,".repeat(19_000) + "]\n", "SCH006"),
        file("items of one form", "custom_domains: [" + "a b,".repeat(19_000) + "]\n", "SCH006"),
        file("one key many times", "a: 1\n".repeat(9_000), "YAM107"),
        file("many anchors", lines("k", "&a 1", 9_000), "YAM105"));
  }

  private static Arguments file(String name, String content, String code) {
    return Arguments.of(name, content, code);
  }

  private static String bomb() {
    return "a: &a0 lol\n"
        + IntStream.range(0, 30)
            .mapToObj(i -> "b" + i + ": &a" + (i + 1) + " [*a" + i + ", *a" + i + "]\n")
            .collect(Collectors.joining());
  }

  private static String list(String item, int count) {
    return "\nb: [" + item.repeat(count) + "]\n";
  }

  private static String lines(String key, String value, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> key + i + ": " + value + "\n")
        .collect(Collectors.joining());
  }

  /** "Aa" and "BB" have one hash code, and so have all texts made of as many of them. */
  private static String sameHash() {
    return IntStream.range(0, 1 << 13)
        .mapToObj(
            i ->
                IntStream.range(0, 13)
                    .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                    .collect(Collectors.joining("", "", ":\n")))
        .collect(Collectors.joining());
  }
}
