package io.tenantsmith.engine;

import io.tenantsmith.plan.FleetPlan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The plan of what a command does, beside what it does.
 *
 * @param plan with numbers alone where {@code failure} says why there is no more
 * @param failure why nobody knows what changes and how dangerous it is; null if that is known
 */
public record PlanNote(FleetPlan plan, @Nullable String failure) {

  /** Why nobody knows what changes; empty if that is known. */
  public Optional<String> unknown() {
    return Optional.ofNullable(failure);
  }
}
