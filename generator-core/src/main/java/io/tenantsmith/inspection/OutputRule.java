package io.tenantsmith.inspection;

import java.util.function.Consumer;

/** One rule about what is rendered for a tenant. Pure; reports every violation. */
interface OutputRule {

  /** Inspects all objects of one tenant. */
  void inspect(TenantOutput output, Consumer<Finding> report);
}
