package io.tenantsmith.engine.command;

import static io.tenantsmith.model.TenantState.ACTIVE;
import static io.tenantsmith.model.TenantState.ERASED;
import static io.tenantsmith.model.TenantState.ERASING;
import static io.tenantsmith.model.TenantState.RETAINED;
import static io.tenantsmith.model.TenantState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.EditOptions;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.StepOptions;
import io.tenantsmith.lifecycle.Step;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both commands from every published state to every state: what is written, what is refused. */
class StepChoiceTest {

  private static final List<CommandName> COMMANDS =
      List.of(CommandName.OFFBOARD, CommandName.RESTORE);

  @Test
  void withoutAStateEachGoesItsWay() {
    assertThat(ways(CommandName.OFFBOARD))
        .containsExactly(
            "none -> suspended",
            "active -> suspended",
            "suspended -> retained",
            "retained -> erasing",
            "erasing -> erased",
            "erased -> refused");
    assertThat(ways(CommandName.RESTORE))
        .containsExactly(
            "none -> active",
            "active -> active",
            "suspended -> active",
            "retained -> active",
            "erasing -> retained",
            "erased -> refused");
  }

  @Test
  void aStateIsTakenWhereAStepOfTheCommandLeadsThere() {
    assertThat(taken(CommandName.OFFBOARD))
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "none", List.of(SUSPENDED),
                    "active", List.of(SUSPENDED),
                    "suspended", List.of(SUSPENDED, RETAINED),
                    "retained", List.of(RETAINED, ERASING),
                    "erasing", List.of(ERASING, ERASED),
                    "erased", List.of(ERASING, ERASED))));
    assertThat(taken(CommandName.RESTORE))
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "none", List.of(ACTIVE),
                    "active", List.of(ACTIVE),
                    "suspended", List.of(ACTIVE, SUSPENDED),
                    "retained", List.of(ACTIVE, SUSPENDED, RETAINED),
                    "erasing", List.of(RETAINED),
                    "erased", List.of())));
  }

  /** Whatever is asked for: what a command writes may follow what is published. */
  @Test
  void neverAStepThatIsForbidden() {
    for (CommandName command : COMMANDS) {
      for (TenantState from : published()) {
        for (TenantState to : TenantState.values()) {
          choice(command, to.label())
              .of(state(from))
              .value()
              .ifPresent(target -> assertThat(Step.mayFollow(from, target)).isTrue());
        }
      }
    }
  }

  /** Every step that a file can state is one of a command. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REMOVE")
  void everyStepHasACommand(Step step) {
    String to = step.to().orElseThrow().label();
    assertThat(
            COMMANDS.stream()
                .map(command -> choice(command, to).of(state(step.from().orElse(null))))
                .filter(choice -> choice.value().isPresent()))
        .hasSize(1);
  }

  @Test
  void whatIsRefusedNamesWhatIsNot() {
    assertThat(hint(CommandName.RESTORE, ERASING, "active")).contains("take it to retained first");
    assertThat(hint(CommandName.OFFBOARD, ACTIVE, "erased")).contains("take it to suspended first");
    assertThat(hint(CommandName.RESTORE, ACTIVE, "paused"))
        .contains("it leads to active, suspended or retained");
    assertThat(hint(CommandName.RESTORE, ERASED, "active")).contains("add a tenant anew");
  }

  private static String hint(CommandName command, TenantState from, String to) {
    Diagnostic refusal = choice(command, to).of(state(from)).diagnostics().get(0);
    assertThat(refusal.code()).isEqualTo(Code.LIF118);
    return refusal.hint().orElseThrow();
  }

  private static List<String> ways(CommandName command) {
    return published().stream()
        .map(
            from ->
                name(from)
                    + " -> "
                    + choice(command, null)
                        .of(state(from))
                        .value()
                        .map(TenantState::label)
                        .orElse("refused"))
        .toList();
  }

  private static TreeMap<String, List<TenantState>> taken(CommandName command) {
    TreeMap<String, List<TenantState>> taken = new TreeMap<>();
    for (TenantState from : published()) {
      taken.put(
          name(from),
          Arrays.stream(TenantState.values())
              .filter(to -> choice(command, to.label()).of(state(from)).value().isPresent())
              .toList());
    }
    return taken;
  }

  private static List<TenantState> published() {
    List<TenantState> published = new ArrayList<>();
    published.add(null);
    published.addAll(List.of(TenantState.values()));
    return published;
  }

  private static String name(TenantState from) {
    return Optional.ofNullable(from).map(TenantState::label).orElse("none");
  }

  private static StepChoice choice(CommandName command, String to) {
    return new StepChoice(
        command,
        new StepOptions("acme-corp", to, StepOptions.Fields.NONE, EditOptions.ASK),
        Front.LAUNCHER);
  }

  private static PublishedState state(TenantState from) {
    return new PublishedState(
        Tenant.unreadable("tenants/acme-corp.yaml"), from, "what is committed");
  }
}
