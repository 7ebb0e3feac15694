package io.tenantsmith.engine;

/** What a command did that reads a whole fleet. */
public sealed interface FleetResult extends CommandResult
    permits NewResult,
        ValidateResult,
        PlanResult,
        GenerateResult,
        CheckResult,
        ExplainResult,
        PublishResult,
        EditResult {

  /** The size of the fleet that was read. */
  FleetSize fleet();
}
