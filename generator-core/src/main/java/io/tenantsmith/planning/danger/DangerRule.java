package io.tenantsmith.planning.danger;

import io.tenantsmith.plan.Danger;
import java.util.function.Consumer;

/** One kind of danger. Pure; reports every occurrence. */
interface DangerRule {

  /** Looks for it in what differs. */
  void find(Comparison comparison, Consumer<Danger> report);
}
