package io.tenantsmith.lifecycle;

import static io.tenantsmith.lifecycle.StateForm.CLOSED;
import static io.tenantsmith.lifecycle.StateForm.KEPT;
import static io.tenantsmith.lifecycle.StateForm.OPEN;
import static io.tenantsmith.lifecycle.StateForm.RELEASED;

import io.tenantsmith.model.TenantState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which state renders which concern, and in which form. */
public final class StateTable {

  private static final @Nullable StateForm NONE = null;
  private static final Map<TenantState, Map<Concern, StateForm>> FORMS = forms();

  private StateTable() {}

  /** The concerns of a tenant in that state, which cannot be changed. */
  public static Set<Concern> concerns(TenantState state) {
    return forms(state).keySet();
  }

  /** The form of a concern in that state; empty if it is not rendered. */
  public static Optional<StateForm> form(TenantState state, Concern concern) {
    return Optional.ofNullable(forms(state).get(concern));
  }

  private static Map<Concern, StateForm> forms(TenantState state) {
    return FORMS.getOrDefault(state, Map.of());
  }

  private static Map<TenantState, Map<Concern, StateForm>> forms() {
    Table table = new Table();
    //                           active suspended retained erasing  erased
    table.row(Concern.NAMESPACE, OPEN, OPEN, KEPT, RELEASED, NONE);
    table.row(Concern.ACCESS, OPEN, NONE, NONE, NONE, NONE);
    table.row(Concern.CONTENT, OPEN, NONE, NONE, NONE, NONE);
    table.row(Concern.IDENTITY, OPEN, CLOSED, CLOSED, RELEASED, NONE);
    table.row(Concern.DATABASE, OPEN, CLOSED, NONE, NONE, NONE);
    table.row(Concern.BACKUP, OPEN, OPEN, KEPT, NONE, NONE);
    table.row(Concern.EXPORT, NONE, OPEN, NONE, NONE, NONE);
    table.row(Concern.CHAT, OPEN, CLOSED, KEPT, RELEASED, NONE);
    table.row(Concern.SITE, OPEN, CLOSED, KEPT, RELEASED, NONE);
    table.row(Concern.CRON, OPEN, NONE, NONE, NONE, NONE);
    table.row(Concern.MONITORING, OPEN, OPEN, NONE, NONE, NONE);
    table.row(Concern.NETWORK, OPEN, CLOSED, KEPT, KEPT, NONE);
    table.row(Concern.ROUTE, OPEN, CLOSED, NONE, NONE, NONE);
    table.row(Concern.SECRETS, OPEN, OPEN, KEPT, RELEASED, NONE);
    table.row(Concern.QUOTA, OPEN, CLOSED, KEPT, KEPT, NONE);
    table.row(Concern.KUSTOMIZATION, OPEN, CLOSED, KEPT, RELEASED, RELEASED);
    return table.byState();
  }

  /** Rows of concerns, columns of states. */
  private static final class Table {
    private final Map<TenantState, Map<Concern, StateForm>> columns =
        new EnumMap<>(TenantState.class);

    void row(Concern concern, @Nullable StateForm... forms) {
      Iterator<TenantState> states = EnumSet.allOf(TenantState.class).iterator();
      for (StateForm form : forms) {
        TenantState state = states.next();
        if (form != null) {
          columns.computeIfAbsent(state, each -> new EnumMap<>(Concern.class)).put(concern, form);
        }
      }
    }

    Map<TenantState, Map<Concern, StateForm>> byState() {
      columns.replaceAll((state, forms) -> Collections.unmodifiableMap(forms));
      return Collections.unmodifiableMap(columns);
    }
  }
}
