package io.tenantsmith.plan.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.plan.FleetPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GithubOutputsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-change           | 0  | ''",
        "tier-change         | 31 | restart",
        "data-loss           | 2  | dataLoss",
        "all-forms-of-values | 5  | rbacWider,netOpened,restart",
      })
  void outputsAreNumbersAndWords(String plan, int changes, String dangers) throws IOException {
    assertThat(GithubOutputs.outputs(read(plan)))
        .isEqualTo("changes=" + changes + "\ndangers=" + dangers + "\n");
  }

  @Test
  void theSummaryIsTheComment() throws IOException {
    assertThat(GithubOutputs.summary(read("tier-change"), FileNames.OF_THE_FLEET))
        .contains("### Plan: 1 to add, 30 to change");
  }

  private static FleetPlan read(String plan) throws IOException {
    return PlanReader.read(
        Files.readString(Path.of("src/test/resources/plans", plan, "plan.json")));
  }
}
