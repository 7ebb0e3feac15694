package io.tenantsmith.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.model.TenantState;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateTableTest {

  private static final Set<Concern> IDENTITIES =
      EnumSet.of(Concern.IDENTITY, Concern.CLOSED_IDENTITY, Concern.ABSENT_IDENTITY);
  private static final Set<Concern> NAMESPACES =
      EnumSet.of(Concern.NAMESPACE, Concern.RELEASED_NAMESPACE);

  @ParameterizedTest
  @EnumSource(TenantState.class)
  void aTenantHasOneFormOfWhatHasSeveral(TenantState state) {
    Set<Concern> concerns = StateTable.concerns(state);
    int forms = state == TenantState.ERASED ? 0 : 1;
    assertThat(concerns).filteredOn(IDENTITIES::contains).hasSize(forms);
    assertThat(concerns).filteredOn(NAMESPACES::contains).hasSize(forms);
    assertThat(concerns).contains(Concern.KUSTOMIZATION);
  }

  @Test
  void onlyAnActiveTenantHasWorkloads() {
    for (TenantState state : TenantState.values()) {
      assertThat(StateTable.concerns(state).contains(Concern.SITE))
          .isEqualTo(state == TenantState.ACTIVE);
      assertThat(StateTable.concerns(state).contains(Concern.DATABASE))
          .isEqualTo(state == TenantState.ACTIVE);
    }
  }
}
