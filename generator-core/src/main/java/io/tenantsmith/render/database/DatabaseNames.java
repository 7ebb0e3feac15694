package io.tenantsmith.render.database;

import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;

/** The names that the templates of a database and of its backups share. */
final class DatabaseNames {

  /** These names, including those of every concern of a tenant. */
  static final NamedValues<TenantScope> VALUES =
      NamedValues.<TenantScope>builder()
          .including(TenantNames.VALUES)
          .condition("replicated", scope -> instances(scope) > 1)
          .value("storage.class", scope -> scope.tenant().cluster().storageClasses().single())
          .value("storage.size", scope -> scope.tenant().get(TenantKeys.DB_STORAGE).text())
          .build();

  private DatabaseNames() {}

  static int instances(TenantScope scope) {
    return scope.tenant().get(TierKeys.DATABASE_INSTANCES);
  }
}
