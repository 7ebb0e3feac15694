package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.StepOptions;
import io.tenantsmith.lifecycle.Step;
import io.tenantsmith.model.TenantState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** To which state a command takes a tenant: the one that is given, or the next on its way. */
record StepChoice(CommandName command, StepOptions options, Front front) {

  private static final Set<TenantState> ONWARD =
      Set.of(TenantState.SUSPENDED, TenantState.RETAINED, TenantState.ERASING, TenantState.ERASED);
  private static final Set<TenantState> BACK =
      Set.of(TenantState.ACTIVE, TenantState.SUSPENDED, TenantState.RETAINED);

  Result<TenantState> of(PublishedState published) {
    Optional<String> to = options.givenTo();
    Optional<TenantState> given = to.flatMap(TenantState::of).filter(states()::contains);
    if (to.isPresent() && given.isEmpty()) {
      return Result.failed(List.of(noSuch(to.get())));
    }
    Optional<TenantState> target = given.or(() -> next(published));
    if (target.isEmpty()) {
      return Result.failed(List.of(last(published)));
    }
    TenantState state = target.get();
    if (!leads(published.from(), state)) {
      List<String> first = allowed(published);
      return Result.failed(
          List.of(first.isEmpty() ? last(published) : forbidden(published, state, first)));
    }
    boolean waits = state == published.stated() && state != published.from();
    return waits ? Result.of(state, List.of(waiting(published))) : Result.of(state);
  }

  private Set<TenantState> states() {
    return command == CommandName.OFFBOARD ? ONWARD : BACK;
  }

  /** The next state on the way of the command; empty where the way ends. */
  private Optional<TenantState> next(PublishedState published) {
    if (command == CommandName.OFFBOARD) {
      return published
          .published()
          .map(Step::onward)
          .map(Step::to)
          .orElse(Optional.of(TenantState.SUSPENDED));
    }
    TenantState from = published.published().orElse(TenantState.ACTIVE);
    return from == TenantState.ACTIVE
        ? Optional.of(from)
        : Step.back(from).flatMap(Step::to).filter(BACK::contains);
  }

  private Diagnostic noSuch(String given) {
    List<String> words = states().stream().sorted().map(TenantState::label).toList();
    return Diagnostic.error(
            Code.LIF118, place(), command.label() + " does not lead to " + Quoted.quote(given))
        .withHint("it leads to " + listed(words));
  }

  private Diagnostic last(PublishedState published) {
    boolean onward = command == CommandName.OFFBOARD;
    return Diagnostic.error(
            Code.LIF118,
            place(),
            published.words()
                + (onward ? ": no state comes after that" : ": nothing of it is left"))
        .withHint(
            onward
                ? "remove its file when its namespace is gone; where it is not, repair it with "
                    + front.option(StepOptions.TO)
                    + " erasing"
                : "add a tenant anew when this one's file is removed");
  }

  /** Whether a step of this command leads there; to write what is published takes one back. */
  private boolean leads(@Nullable TenantState from, TenantState to) {
    if (from == to) {
      return true;
    }
    Optional<Step> step = Step.between(from, to);
    if (command == CommandName.OFFBOARD) {
      return step.filter(s -> s.isOnward() || s == Step.REPAIR || s == Step.ADD_SUSPENDED)
          .isPresent();
    }
    return step.filter(s -> !s.isOnward() && s != Step.ADD_SUSPENDED).isPresent();
  }

  /** The states to which the command can take the tenant at once. */
  private List<String> allowed(PublishedState published) {
    return states().stream()
        .filter(state -> state != published.from() && leads(published.from(), state))
        .sorted()
        .map(TenantState::label)
        .toList();
  }

  private Diagnostic forbidden(PublishedState published, TenantState to, List<String> first) {
    return Diagnostic.error(
            Code.LIF118, place(), published.words() + ", and \"" + to.label() + "\" cannot follow")
        .withHint("take it to " + listed(first) + " first, and publish that before the next step");
  }

  private Diagnostic waiting(PublishedState published) {
    return Diagnostic.note(
            Code.LIF117,
            published.place(),
            published.words()
                + ", and its file says \""
                + published.stated().label()
                + "\" already")
        .withHint("publish that before the next step");
  }

  private SourceRange place() {
    return SourceRange.ofFile(front.option(StepOptions.TO));
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
