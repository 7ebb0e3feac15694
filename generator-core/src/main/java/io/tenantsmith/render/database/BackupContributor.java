package io.tenantsmith.render.database;

import static io.tenantsmith.render.kit.ContainerSize.size;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ContentDigest;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.Demand.Claim;
import io.tenantsmith.render.Demand.Containers;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Renders backup.yaml: backups of the database, its archive, and of the whole namespace. */
public final class BackupContributor implements TenantContributor {

  private static final NamedValues<Source> VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, DatabaseNames.VALUES)
          .value("nightly.cron", source -> source.get(TenantKeys.BACKUP_SCHEDULE).text())
          .value("nightly.digest", Source::digest)
          .value("retention", Source::retention)
          .value("s3.bucket", source -> source.backup().bucket())
          .value("s3.endpoint", source -> source.backup().endpoint())
          .value("s3.region", source -> source.tenant().cluster().region().value())
          .value("storage.snapshots", s -> s.tenant().cluster().storageClasses().snapshot())
          .value("velero.cron", Source::cronOfNamespace)
          .value("velero.location", source -> source.backup().veleroLocation())
          .value("velero.namespace", source -> source.backup().veleroNamespace())
          .build();
  private static final ObjectTemplate<Source> BACKUP =
      ObjectTemplate.beside(BackupContributor.class, "backup.yaml", VALUES);

  /** What the operator's webhook lets nobody change, with the schedule's cron. */
  private static final List<String> IMMUTABLE =
      List.of("mariaDbRef", "priorityClassName", "stagingStorage", "storage");

  private static final int DIGITS = 8;

  /** The nightly backup's, and that of the one which takes its place or of a restore. */
  private static final int STAGING_CLAIMS = 2;

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    Source source = new Source(scope, digest(BACKUP.render(new Source(scope, "")).trees().get(0)));
    return List.of(scope.file("backup.yaml", BACKUP.render(source)).needing(demand(tenant)));
  }

  /** Of the nightly backup's fields, of which its name is none. */
  private static String digest(Map<String, Object> nightly) {
    Map<?, ?> spec = field(nightly, "spec");
    Map<String, Object> immutable = new TreeMap<>();
    IMMUTABLE.forEach(name -> immutable.put(name, Objects.requireNonNull(spec.get(name))));
    immutable.put("cron", Objects.requireNonNull(field(spec, "schedule").get("cron")));
    return ContentDigest.of(immutable, DIGITS);
  }

  private static Map<?, ?> field(Map<?, ?> object, String name) {
    return (Map<?, ?>) Objects.requireNonNull(object.get(name));
  }

  private static Demand demand(ResolvedTenant tenant) {
    Containers job =
        new Containers("physical backup job", 1, false, size(200, 512), size(1000, 1024));
    Claim staging = new Claim("backup staging", STAGING_CLAIMS, tenant.get(TenantKeys.DB_STORAGE));
    return new Demand(List.of(job), List.of(staging), 0, 0, 0);
  }

  /** A tenant, and the digest in the name of its nightly backup, empty while it is not known. */
  private record Source(TenantScope scope, String digest) {

    /** After the database's own backup, so that both are of one night. */
    private static final int MINUTES_AFTER_BACKUP = 90;

    ResolvedTenant tenant() {
      return scope.tenant();
    }

    <T> T get(Key<T> key) {
      return scope.tenant().get(key);
    }

    Fleet.Backup backup() {
      return scope.fleet().services().backup();
    }

    String cronOfNamespace() {
      return get(TenantKeys.BACKUP_SCHEDULE).plusMinutes(MINUTES_AFTER_BACKUP).text();
    }

    /** As Go prints a duration: an operator that rewrites it changes nothing. */
    String retention() {
      return get(TenantKeys.BACKUP_RETENTION_DAYS) * 24 + "h0m0s";
    }
  }
}
