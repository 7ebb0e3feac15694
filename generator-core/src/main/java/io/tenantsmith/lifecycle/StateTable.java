package io.tenantsmith.lifecycle;

import static io.tenantsmith.lifecycle.Concern.ABSENT_IDENTITY;
import static io.tenantsmith.lifecycle.Concern.ACCESS;
import static io.tenantsmith.lifecycle.Concern.CLOSED_IDENTITY;
import static io.tenantsmith.lifecycle.Concern.KUSTOMIZATION;
import static io.tenantsmith.lifecycle.Concern.NAMESPACE;
import static io.tenantsmith.lifecycle.Concern.RELEASED_NAMESPACE;

import io.tenantsmith.model.TenantState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which state renders which concern. So far inputs can state {@code active} only; the other rows
 * hold what is known of those states.
 */
public final class StateTable {

  private static final Map<TenantState, Set<Concern>> ROWS = rows();

  private StateTable() {}

  /** The concerns of a tenant in that state, which cannot be changed. */
  public static Set<Concern> concerns(TenantState state) {
    return ROWS.getOrDefault(state, Set.of());
  }

  private static Map<TenantState, Set<Concern>> rows() {
    Map<TenantState, Set<Concern>> rows = new EnumMap<>(TenantState.class);
    rows.put(
        TenantState.ACTIVE,
        row(
            EnumSet.complementOf(
                EnumSet.of(RELEASED_NAMESPACE, CLOSED_IDENTITY, ABSENT_IDENTITY))));
    rows.put(
        TenantState.SUSPENDED, row(EnumSet.of(NAMESPACE, ACCESS, CLOSED_IDENTITY, KUSTOMIZATION)));
    rows.put(TenantState.RETAINED, row(EnumSet.of(NAMESPACE, CLOSED_IDENTITY, KUSTOMIZATION)));
    rows.put(
        TenantState.ERASING, row(EnumSet.of(RELEASED_NAMESPACE, ABSENT_IDENTITY, KUSTOMIZATION)));
    rows.put(TenantState.ERASED, row(EnumSet.of(KUSTOMIZATION)));
    return Collections.unmodifiableMap(rows);
  }

  private static Set<Concern> row(EnumSet<Concern> concerns) {
    return Collections.unmodifiableSet(concerns);
  }
}
