package io.tenantsmith.render.database;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.Demand.Claim;
import io.tenantsmith.render.Demand.Containers;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings database.yaml: a MariaDB of the tenant's own with WordPress' schema, user and grant. */
public final class DatabaseContributor implements TenantContributor {

  /** One runs, one starts in its rollout. */
  private static final int EXPORTERS = 2;

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    Database database = Database.of(tenant);
    Manifest manifest =
        Manifest.ofTenant(
            tenant, "database.yaml", objects(new TenantObjects(fleet, tenant), database));
    return List.of(manifest.written(YamlWriter::write).needing(demand(database)));
  }

  private static List<Map<String, Object>> objects(TenantObjects objects, Database database) {
    ResolvedTenant tenant = objects.tenant();
    List<Map<String, Object>> all = new ArrayList<>();
    Map<String, Object> spec = new MariaDbSpec(objects.fleet(), tenant, database).tree();
    all.add(objects.lasting("MariaDB", Database.NAME, spec));
    all.addAll(WordPressAccess.objects(objects, Connections.of(tenant.web())));
    return all;
  }

  /**
   * With what the operator makes beside them. Services: mariadb, -internal, -metrics; replicated
   * -primary, -secondary. Secrets: internal-mariadb, two of the authority, two certificates, two of
   * the metrics; replicated the passwords of replication and agent. ConfigMaps: three of the
   * configuration.
   */
  private static Demand demand(Database database) {
    boolean replicated = database.isReplicated();
    List<Containers> rows = new ArrayList<>();
    rows.add(database.server().pods(database.instances()));
    if (replicated) {
      rows.add(PodSize.AGENT.sidecars(database.instances()));
    }
    rows.add(PodSize.EXPORTER.pods(EXPORTERS));
    rows.add(PodSize.RESTORE_JOB.pods(1));
    Claim claim = new Claim("database", database.instances(), database.storage());
    return new Demand(rows, List.of(claim), replicated ? 5 : 3, replicated ? 9 : 7, 3);
  }
}
