package io.tenantsmith.render.database;

import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ContentDigest;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.TextFile;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;

/** Renders database.yaml: the tenant's own MariaDB with WordPress' schema, user and grant. */
public final class DatabaseContributor implements TenantContributor {

  /** The statements that every instance runs when it starts. */
  private static final String INIT = TextFile.beside(DatabaseContributor.class, "init.sql").text();

  private static final NamedValues<TenantScope> SERVER =
      NamedValues.<TenantScope>builder()
          .including(DatabaseNames.VALUES)
          .value("cnf.bufferPool", scope -> sixteenthsOfMemory(scope, 11))
          .value("cnf.connections", scope -> Connections.of(scope.tenant().web()).total())
          .value("cnf.logFile", DatabaseContributor::logFile)
          .value("image.exporter", scope -> scope.tenant().image(ImageKeys.MARIADB_EXPORTER))
          .value("image.operator", scope -> scope.tenant().image(ImageKeys.MARIADB_OPERATOR))
          .value("image.server", scope -> scope.tenant().image(ImageKeys.MARIADB))
          .value("init.digest", scope -> ContentDigest.ofText(INIT, 16))
          .value("init.text", scope -> INIT)
          .value("monitoring.release", scope -> scope.fleet().services().monitoring().release())
          .value("server.cores", scope -> scope.tenant().get(TenantKeys.DB_CORES).text())
          .value("server.instances", DatabaseNames::instances)
          .value("server.ram", scope -> scope.tenant().get(TenantKeys.DB_RAM).text())
          .value("wordpress.connections", scope -> Connections.of(scope.tenant().web()).ofUser())
          .build();
  private static final NamedValues<Source> VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, SERVER)
          .form("closed", source -> source.form() == StateForm.CLOSED)
          .build();
  private static final ObjectTemplate<Source> DATABASE =
      ObjectTemplate.beside(DatabaseContributor.class, "database.yaml", VALUES);

  private static final long MAX_LOG = 1024;

  private final StateForm form;

  /** A contributor of one form; closed, the database may leave, its volumes stay. */
  public DatabaseContributor(StateForm form) {
    this.form = form;
  }

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    return List.of(scope.file("database.yaml", DATABASE.render(new Source(scope, form))));
  }

  private static long logFile(TenantScope scope) {
    return Math.min(sixteenthsOfMemory(scope, 2), MAX_LOG);
  }

  /** Some sixteenths of the memory in the server's unit {@code M}, which is a mebibyte. */
  private static long sixteenthsOfMemory(TenantScope scope, int parts) {
    return scope.tenant().get(TenantKeys.DB_RAM).count() * parts / 16 / Bytes.MI;
  }

  /** A tenant, and in which form its database is rendered. */
  private record Source(TenantScope scope, StateForm form) {}
}
