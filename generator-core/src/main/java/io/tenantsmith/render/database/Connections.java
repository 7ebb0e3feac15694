package io.tenantsmith.render.database;

import io.tenantsmith.model.WebPlan;

/**
 * How many connections a tenant's web pods may hold.
 *
 * @param ofUser most of WordPress' own user
 */
record Connections(int ofUser) {

  /** Pods at the most replicas, the surge of a rollout and one that still stops. */
  private static final int BESIDE_REPLICAS = 2;

  /** The install job, wp-cron and a person's look. */
  private static final int JOBS = 10;

  /** Replication, metrics, backups and the operator. */
  private static final int PLATFORM = 50;

  static Connections of(WebPlan web) {
    return new Connections((web.maxReplicas() + BESIDE_REPLICAS) * web.workers() + JOBS);
  }

  /** Most of all users together. */
  int total() {
    return ofUser + PLATFORM;
  }
}
