package io.tenantsmith.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.schema.SchemaKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example of each page is run, and prints what the page says. */
class DiagnosticPagesTest {

  private static final Path PAGES = Path.of("../docs/diagnostics");

  private final Inputs inputs = new Inputs();

  static Stream<Code> codes() {
    return Arrays.stream(Code.values())
        .filter(c -> c.name().startsWith("SCH") || c.name().startsWith("VAL"));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void tellsTheTruth(Code code) throws IOException {
    String page = Files.readString(PAGES.resolve(code + ".md"), StandardCharsets.UTF_8);
    assertThat(page).startsWith("# " + code + ": " + code.title() + "\n");
    if (code == Code.SCH011) {
      return; // its example would have fifty lines; CheckedInputTest has it
    }
    String printed = block(page, "text");
    SchemaKind kind =
        SchemaKind.valueOf(printed.substring(0, printed.indexOf('.')).toUpperCase(Locale.ROOT));
    List<Diagnostic> found =
        inputs
            .bind(
                kind, kind.label() + ".yaml", block(page, "yaml").getBytes(StandardCharsets.UTF_8))
            .diagnostics();
    assertThat(found.stream().map(DiagnosticPagesTest::print).collect(Collectors.joining()))
        .isEqualTo(printed);
  }

  private static String print(Diagnostic diagnostic) {
    return diagnostic + "\n" + diagnostic.hint().map(h -> "  hint: " + h + "\n").orElse("");
  }

  private static String block(String page, String language) {
    String fence = "```" + language + "\n";
    int start = page.indexOf(fence) + fence.length();
    return page.substring(start, page.indexOf("```", start));
  }
}
