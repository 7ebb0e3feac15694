package io.tenantsmith.render.database;

import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;

/**
 * How long backups are kept, as Go prints a duration: an operator that rewrites it changes nothing.
 */
final class Retention {

  private Retention() {}

  static String of(ResolvedTenant tenant) {
    return tenant.get(TenantKeys.BACKUP_RETENTION_DAYS) * 24 + "h0m0s";
  }
}
