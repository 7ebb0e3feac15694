package io.tenantsmith.steps;

/** One step of a tenant's life. */
interface Step {

  /** Says what it does, beside what is said of every step. */
  void describe(Passage passage, StepDraft draft);
}
