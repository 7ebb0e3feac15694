package io.tenantsmith.rule;

import io.tenantsmith.lifecycle.Step;
import io.tenantsmith.model.TenantState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may follow a published state, in words. */
final class NextSteps {

  private NextSteps() {}

  /** What to write instead of a state that cannot follow, and what writes it. */
  static String hint(String tenant, Optional<TenantState> from, TenantState to) {
    List<String> states = new ArrayList<>();
    for (Step step : Step.from(from.orElse(null))) {
      step.to().ifPresent(state -> states.add(quoted(state)));
    }
    boolean erased = from.filter(TenantState.ERASED::equals).isPresent();
    return "write "
        + listed(states)
        + (erased ? " or remove the file" : "")
        + ", publish it and go on from there"
        + from.map(state -> stay(tenant, state, to)).orElse("");
  }

  private static String stay(String tenant, TenantState from, TenantState to) {
    Optional<Step> step = to.compareTo(from) > 0 ? Optional.of(Step.onward(from)) : Step.back(from);
    return ", or stay "
        + quoted(from)
        + step.flatMap(next -> StepCommand.of(next, tenant))
            .map(command -> "; the next step: " + command)
            .orElse("");
  }

  /** The state that comes next on the way out of an active site, and what writes it. */
  static String next(String tenant, TenantState from) {
    Step step = Step.onward(from);
    return step.to().map(NextSteps::quoted).orElse("the removal of its file")
        + StepCommand.of(step, tenant).map(command -> ": " + command).orElse("");
  }

  /** A state as messages have it. */
  static String quoted(TenantState state) {
    return '"' + state.label() + '"';
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : words.stream().limit(last).collect(Collectors.joining(", ")) + " or " + words.get(last);
  }
}
