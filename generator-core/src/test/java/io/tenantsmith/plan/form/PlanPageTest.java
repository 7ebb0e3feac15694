package io.tenantsmith.plan.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.plan.DangerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/plan.md shows is what is printed; {@code -Dgolden.update=true} writes it anew. */
class PlanPageTest {

  private static final Path PAGE = SampleFleet.root().resolve("docs/plan.md");
  private static final Path CASES = Path.of("src/test/resources");
  private static final Pattern BLOCK =
      Pattern.compile("<!-- (plans/[a-z/-]+\\.txt) -->\n((?: {4}.*\n)+)");
  private static final Pattern DANGER =
      Pattern.compile("(?m)^\\| ([A-Z ]+) \\[(DNG\\d+)]\\(diagnostics/\\2\\.md\\) \\| \\S.* \\|$");

  @Test
  void itsExamplesAreCases() throws IOException {
    String page = Files.readString(PAGE);
    Matcher blocks = BLOCK.matcher(page);
    StringBuilder now = new StringBuilder();
    int number = 0;
    while (blocks.find()) {
      String text = indented(Files.readString(CASES.resolve(blocks.group(1))));
      String block = "<!-- " + blocks.group(1) + " -->\n" + text;
      blocks.appendReplacement(now, Matcher.quoteReplacement(block));
      number++;
    }
    blocks.appendTail(now);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, now);
    }
    assertThat(number).isEqualTo(2);
    assertThat(Files.readString(PAGE)).isEqualTo(now.toString());
  }

  @Test
  void itHasALineOnEachDanger() throws IOException {
    List<String> rows =
        DANGER.matcher(Files.readString(PAGE)).results().map(PlanPageTest::row).toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(DangerKind.values())
                .map(kind -> kind.label() + " " + kind.code())
                .toList());
  }

  private static String row(MatchResult row) {
    return row.group(1) + " " + row.group(2);
  }

  private static String indented(String text) {
    return text.lines().map(line -> "    " + line + "\n").collect(Collectors.joining());
  }
}
