package io.tenantsmith.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.output.Plan;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What counts towards a guard, and which number lifts it. */
class GuardTest {

  private static final int ONE_ALLOWED = 1;
  private static final int TEN_PERCENT = 10;

  @Test
  void anErasedTenantCountsLikeARemovedOne() {
    Plan.TenantChanges three = changes(0, 1, TenantState.ERASED, 2, 3);

    assertThat(messages(guard(null, null).check(three)))
        .containsExactly("3 tenants would be erased or removed, 1 allowed");
    assertThat(messages(guard(null, null).check(changes(0, 0, TenantState.ERASED, 2, 3))))
        .containsExactly("2 tenants would be erased, 1 allowed");
    assertThat(guard(3, null).check(three)).isEmpty();
    assertThat(guard(3, null).lifted(three)).containsExactly("removed 3");
    assertThat(messages(guard(2, null).check(three)))
        .containsExactly(
            "3 tenants would be erased or removed, 1 allowed, and 2 named for this publish");
  }

  @Test
  void noOtherStepCountsAsRemoval() {
    for (TenantState state : TenantState.values()) {
      if (state != TenantState.ERASED) {
        assertThat(guard(null, null).check(changes(0, 0, state, 9, 10))).as("%s", state).isEmpty();
      }
    }
  }

  @Test
  void whatIsWithinTheStandingLimitNeedsNoNumberAndLiftsNothing() {
    Plan.TenantChanges one = changes(2, 1, TenantState.SUSPENDED, 0, 20);

    assertThat(guard(null, null).check(one)).isEmpty();
    assertThat(guard(1, 2).check(one)).isEmpty();
    assertThat(guard(1, 2).lifted(one)).isEmpty();
  }

  @Test
  void theNumberThatLiftsIsNamedWhereItRefusesAndBefore() {
    Plan.TenantChanges many = changes(30, 0, TenantState.ACTIVE, 0, 100);

    Diagnostic refusal = guard(null, null).check(many).get(0);
    Diagnostic warning = guard(null, null).foretold(many).get(0);

    assertThat(refusal.code()).isEqualTo(Code.GRD802);
    assertThat(refusal.isError()).isTrue();
    assertThat(warning.isError()).isFalse();
    assertThat(warning.message())
        .isEqualTo("publish will refuse this: 30 of 100 tenants would change, 10 % allowed");
    assertThat(warning.hint()).isEqualTo(refusal.hint());
    assertThat(refusal.hint().orElseThrow())
        .contains("--allow-changed 30 ", "-Dtenantsmith.allowChanged=30)");
  }

  @Test
  void aSmallFleetMayChangeAtOnce() {
    assertThat(guard(null, null).check(changes(19, 0, TenantState.ACTIVE, 0, 19))).isEmpty();
    assertThat(guard(null, null).check(changes(3, 0, TenantState.ACTIVE, 0, 20))).hasSize(1);
    assertThat(guard(null, null).check(changes(2, 0, TenantState.ACTIVE, 0, 20))).isEmpty();
  }

  private static Guard guard(@Nullable Integer removed, @Nullable Integer changed) {
    return new Guard(PublishFixture.limits(ONE_ALLOWED, TEN_PERCENT, removed, changed));
  }

  /** That many tenants that change, that are removed, and that come into a state. */
  private static Plan.TenantChanges changes(
      int changed, int removed, TenantState to, int steps, int before) {
    return new Plan.TenantChanges(
        List.of(),
        ids("changed", changed),
        ids("removed", removed),
        ids("step", steps).stream()
            .map(id -> new Plan.StateChange(id, TenantState.ERASING, to))
            .toList(),
        before);
  }

  private static List<String> ids(String name, int number) {
    return IntStream.range(0, number).mapToObj(i -> name + i).toList();
  }

  private static List<String> messages(List<Diagnostic> found) {
    return found.stream().map(Diagnostic::message).toList();
  }
}
