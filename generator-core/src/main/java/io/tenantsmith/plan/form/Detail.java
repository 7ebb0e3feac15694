package io.tenantsmith.plan.form;

/** How much of a plan people are shown. */
public enum Detail {
  /** A line or few for each group of tenants. */
  BRIEF,
  /** With names of tenants, fields, dangers and amounts of each group. */
  FIELDS,
  /** All objects and fields, also those that follow from other changes. */
  FULL;

  boolean isAtLeast(Detail other) {
    return compareTo(other) >= 0;
  }
}
