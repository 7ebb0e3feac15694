package io.tenantsmith.steps;

import io.tenantsmith.model.TenantState;
import java.util.Optional;

/** Which commits took the steps that are published. */
@FunctionalInterface
public interface StepHistory {

  /** Nothing is known. */
  StepHistory UNKNOWN = (tenant, state) -> Optional.empty();

  /** The commit with which a tenant came into the state that is published, if that is known. */
  Optional<String> since(String tenant, TenantState published);
}
