package io.tenantsmith.render.database;

import io.tenantsmith.model.WebPlan;

/**
 * How many connections a tenant's web pods may hold.
 *
 * @param ofUser maximum for WordPress' own user
 */
record Connections(int ofUser) {

  /** Pods beside the maximum replicas: the surge of a rollout and one that is still stopping. */
  private static final int BESIDE_REPLICAS = 2;

  /** The install job, wp-cron and a person who looks at the data. */
  private static final int JOBS = 10;

  /** Replication, metrics, backups and the operator. */
  private static final int PLATFORM = 50;

  static Connections of(WebPlan web) {
    return new Connections((web.maxReplicas() + BESIDE_REPLICAS) * web.workers() + JOBS);
  }

  /** Maximum for all users together. */
  int total() {
    return ofUser + PLATFORM;
  }
}
