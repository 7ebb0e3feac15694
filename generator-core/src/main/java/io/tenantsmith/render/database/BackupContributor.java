package io.tenantsmith.render.database;

import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.BackupStore;
import io.tenantsmith.model.DerivedKeys;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.objects.ImmutableField;
import io.tenantsmith.objects.ImmutableFields;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ContentDigest;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import io.tenantsmith.template.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Renders backup.yaml: backups of the database, its archive, and of the whole namespace. */
public final class BackupContributor implements TenantContributor {

  private static final NamedValues<Source> DATABASE_VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, DatabaseNames.VALUES)
          .value("generation", source -> source.get(TenantKeys.BACKUP_GENERATION))
          .value("nightly.cron", source -> source.get(TenantKeys.BACKUP_SCHEDULE).text())
          .value("nightly.atOnce", source -> source.get(DerivedKeys.FIRST_BACKUP))
          .value("nightly.digest", BackupContributor::digest)
          .value("nightly.staging", source -> source.room().staging().text())
          .value("nightly.timeout", source -> source.room().timeout())
          .value("retention", Source::retention)
          .value("s3.bucket", source -> source.backup().bucket())
          .value("s3.endpoint", source -> source.backup().address())
          .value("s3.region", source -> source.backup().region())
          .value("storage.snapshots", s -> s.tenant().cluster().storageClasses().snapshot())
          .build();
  private static final NamedValues<Source> FILES_VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, TenantNames.VALUES)
          .value("retention", Source::retention)
          .value("velero.cron", Source::cronOfNamespace)
          .value("velero.excluded", Source::excluded)
          .value("velero.location", source -> source.backup().veleroLocation())
          .value("velero.namespace", source -> source.backup().veleroNamespace())
          .build();
  private static final ObjectTemplate<Source> DATABASE =
      ObjectTemplate.beside(BackupContributor.class, "backup.yaml", DATABASE_VALUES);
  private static final ObjectTemplate<Source> FILES =
      ObjectTemplate.beside(BackupContributor.class, "backup-files.yaml", FILES_VALUES);

  private static final String BACKUP = "PhysicalBackup";
  private static final int DIGITS = 8;

  private final StateForm form;

  /**
   * A contributor of one form; kept, there is no database, and the copies of files and Secrets go
   * on, since the last of them would be gone after its time.
   */
  public BackupContributor(StateForm form) {
    this.form = form;
  }

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    Source source = new Source(new TenantScope(tenant, fleet), true);
    List<Rendering> renderings = new ArrayList<>();
    if (form != StateForm.KEPT) {
      renderings.add(DATABASE.render(source));
    }
    renderings.add(FILES.render(source));
    return List.of(source.scope().file("backup.yaml", renderings));
  }

  /**
   * A digest of the nightly backup's immutable fields; its name, which is not one of them, is left
   * open.
   */
  private static String digest(Source source) {
    if (!source.named()) {
      return "";
    }
    Source unnamed = new Source(source.scope(), false);
    Node backup = Node.of(DATABASE.render(unnamed).trees(BACKUP::equals).get(0));
    Map<String, Object> immutable = new TreeMap<>();
    for (ImmutableField field : ImmutableFields.of(BACKUP)) {
      Object value = field.in(backup).value();
      if (value != null) {
        immutable.put(field.last(), value);
      }
    }
    return ContentDigest.of(immutable, DIGITS);
  }

  /** A tenant, and whether the name of its nightly backup has the digest. */
  private record Source(TenantScope scope, boolean named) {

    private static final List<String> WITH_SECRETS = List.of("events", "events.events.k8s.io");
    private static final List<String> WITHOUT_SECRETS =
        List.of("events", "events.events.k8s.io", "secrets");

    ResolvedTenant tenant() {
      return scope.tenant();
    }

    <T> T get(Key<T> key) {
      return scope.tenant().get(key);
    }

    BackupStore backup() {
      return tenant().cluster().backup();
    }

    BackupRoom room() {
      return BackupRoom.of(get(TenantKeys.DB_STORAGE), DatabaseNames.instances(scope) > 1);
    }

    String cronOfNamespace() {
      return get(TenantKeys.BACKUP_SCHEDULE)
          .later(BackupStore.MINUTES_AFTER_DATABASE)
          .orElseThrow()
          .text();
    }

    /** Kinds that the file backups leave out. */
    List<String> excluded() {
      boolean elsewhere = scope.fleet().services().secrets().vault().isPresent();
      return elsewhere ? WITHOUT_SECRETS : WITH_SECRETS;
    }

    /** As Go prints a duration: an operator that rewrites it changes nothing. */
    String retention() {
      return get(TenantKeys.BACKUP_RETENTION_DAYS) * 24 + "h0m0s";
    }
  }
}
