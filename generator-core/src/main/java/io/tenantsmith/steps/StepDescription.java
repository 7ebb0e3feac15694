package io.tenantsmith.steps;

/** Says what one step of a tenant's life does. */
interface StepDescription {

  /** Says it, beside what is said of every step. */
  void describe(Passage passage, StepDraft draft);
}
