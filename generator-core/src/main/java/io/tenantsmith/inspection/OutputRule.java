package io.tenantsmith.inspection;

import java.util.function.Consumer;

/** One rule about what is rendered of a tenant. Pure; tells every breach. */
interface OutputRule {

  /** Looks at all objects of one tenant. */
  void inspect(TenantOutput output, Consumer<Finding> report);
}
