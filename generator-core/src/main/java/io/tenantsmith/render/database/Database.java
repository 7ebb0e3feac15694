package io.tenantsmith.render.database;

import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Demand.Size;
import java.util.Map;

/**
 * The size of a tenant's database.
 *
 * @param instances 1, or more for a replicated one
 * @param cores of one instance
 * @param ram of one instance
 * @param storage of one instance
 */
record Database(int instances, Cpu cores, Bytes ram, Bytes storage) {

  /** Name of the MariaDB object. */
  static final String NAME = "mariadb";

  /** Name of the suspended backup by which a replica is filled. */
  static final String REPLICA_SEED = "mariadb-replica-seed";

  /** Name of the PointInTimeRecovery. */
  static final String POINT_IN_TIME = "mariadb-pitr";

  static Database of(ResolvedTenant tenant) {
    return new Database(
        tenant.get(TierKeys.DATABASE_INSTANCES),
        tenant.get(TenantKeys.DB_CORES),
        tenant.get(TenantKeys.DB_RAM),
        tenant.get(TenantKeys.DB_STORAGE));
  }

  /** Only then there is an agent, a replica to seed and a binary log that is worth an archive. */
  boolean isReplicated() {
    return instances > 1;
  }

  /** One instance; requests are limits, so that nothing else is squeezed in beside it. */
  PodSize server() {
    Size size = new Size(cores, ram);
    return new PodSize(NAME, size, size);
  }

  /** Without a namespace: a reference to another one is how a tenant would reach another's data. */
  static Map<String, Object> reference() {
    return Map.of("name", NAME);
  }
}
