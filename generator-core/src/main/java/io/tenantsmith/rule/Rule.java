package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.Resolution;
import java.util.function.Consumer;

/** One rule about the meaning of inputs. */
interface Rule {

  /** Reports every violation. Must cope with tenants, tiers and a fleet that are incomplete. */
  void judge(Resolution resolution, Consumer<Diagnostic> report);
}
