package io.tenantsmith.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.model.TenantState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** All pairs of what is published and what a file states. */
class StepTest {

  private static final List<String> ALL =
      List.of("none", "active", "suspended", "retained", "erasing", "erased");

  @ParameterizedTest
  @CsvSource({
    "none, active suspended",
    "active, suspended",
    "suspended, active retained",
    "retained, active suspended erasing",
    "erasing, retained erased",
    "erased, none erasing"
  })
  void onlyThatMayFollow(String from, String next) {
    List<String> steps = new ArrayList<>();
    for (String to : ALL) {
      boolean isStep = Step.between(state(from), state(to)).isPresent();
      assertThat(Step.mayFollow(state(from), state(to))).isEqualTo(isStep || from.equals(to));
      if (isStep) {
        steps.add(to);
      }
    }
    assertThat(steps).isEqualTo(List.of(next.split(" ")));
  }

  @ParameterizedTest
  @EnumSource
  void aStepIsFoundByItsEnds(Step step) {
    assertThat(Step.between(step.from().orElse(null), step.to().orElse(null))).contains(step);
    assertThat(Step.from(step.from().orElse(null))).contains(step);
  }

  @Test
  void onwardStepsLeadFromTheFirstStateToTheRemovalOfTheFile() {
    List<String> way = new ArrayList<>();
    Optional<TenantState> state = Optional.of(TenantState.ACTIVE);
    while (state.isPresent()) {
      Step step = Step.onward(state.get());
      way.add(step.label());
      state = step.to();
    }
    assertThat(way).containsExactly("suspend", "retain", "release", "erase", "remove");
  }

  @Test
  void backwardStepsLeadToAnOpenSite() {
    assertThat(Arrays.stream(TenantState.values()).map(Step::back))
        .containsExactly(
            Optional.empty(),
            Optional.of(Step.RESUME),
            Optional.of(Step.RESTORE),
            Optional.of(Step.KEEP),
            Optional.of(Step.REPAIR));
  }

  private static TenantState state(String label) {
    return TenantState.of(label).orElse(null);
  }
}
