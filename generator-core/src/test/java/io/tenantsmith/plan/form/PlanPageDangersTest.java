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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/plan.md knows all dangers. */
class PlanPageDangersTest {

  private static final Path PAGE = SampleFleet.root().resolve("docs/plan.md");
  private static final Pattern DANGER =
      Pattern.compile("(?m)^\\| ([A-Z ]+) \\[(DNG\\d+)]\\(diagnostics/\\2\\.md\\) \\| \\S.* \\|$");

  @Test
  void itHasALineOnEachDanger() throws IOException {
    List<String> rows =
        DANGER.matcher(Files.readString(PAGE)).results().map(PlanPageDangersTest::row).toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(DangerKind.values())
                .map(kind -> kind.label() + " " + kind.code())
                .toList());
  }

  private static String row(MatchResult row) {
    return row.group(1) + " " + row.group(2);
  }
}
