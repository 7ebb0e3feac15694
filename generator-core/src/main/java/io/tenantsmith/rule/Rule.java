package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.Resolution;
import java.util.function.Consumer;

/** One rule of meaning. */
interface Rule {

  /** Reports every breach. Must cope with tenants, tiers and a fleet that are incomplete. */
  void judge(Resolution resolution, Consumer<Diagnostic> report);
}
