package io.tenantsmith.plan;

import java.util.List;

/**
 * What of the limits is used once the plan is carried out.
 *
 * @param guards the guards of a publish
 * @param clusters the capacity of each cluster that states one
 */
public record PlanLimits(List<Guard> guards, List<Room> clusters) {

  /** Copies the lists. */
  public PlanLimits {
    guards = List.copyOf(guards);
    clusters = List.copyOf(clusters);
  }

  /**
   * One guard.
   *
   * @param what for instance {@code changed}
   * @param used what this plan uses, for instance {@code 1.3 %}
   * @param allowed for instance {@code 10 %}; empty where there is no limit for so few tenants
   * @param lift the option with the exact number that lifts it once; empty if it is kept
   */
  public record Guard(String what, String used, String allowed, String lift) {

    /** {@code changed 1.3 % of 10 % allowed}, or that there is no limit. */
    public String display() {
      String limit = allowed.isEmpty() ? " (no limit for so few)" : " of " + allowed + " allowed";
      return what + " " + used + limit;
    }
  }

  /**
   * What of a cluster's capacity tenants request afterwards.
   *
   * @param what for instance {@code memory}
   */
  public record Room(String cluster, String what, String used, String capacity) {}
}
