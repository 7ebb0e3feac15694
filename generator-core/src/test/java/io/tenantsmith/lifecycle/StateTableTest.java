package io.tenantsmith.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.model.TenantState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateTableTest {

  @ParameterizedTest
  @EnumSource(Concern.class)
  void aConcernIsOpenWhereItBegins(Concern concern) {
    TenantState first = concern == Concern.EXPORT ? TenantState.SUSPENDED : TenantState.ACTIVE;
    assertThat(StateTable.form(first, concern)).contains(StateForm.OPEN);
  }

  @ParameterizedTest
  @EnumSource(Concern.class)
  void aConcernIsNeverReleasedBeforeItWasKept(Concern concern) {
    if (StateTable.form(TenantState.ERASING, concern).filter(StateForm.RELEASED::equals).isPresent()
        && concern != Concern.IDENTITY) {
      assertThat(StateTable.form(TenantState.RETAINED, concern)).contains(StateForm.KEPT);
    }
  }

  @Test
  void ofAnErasedTenantOnlyTheListOfFilesIsLeft() {
    assertThat(StateTable.concerns(TenantState.ERASED)).containsExactly(Concern.KUSTOMIZATION);
  }
}
