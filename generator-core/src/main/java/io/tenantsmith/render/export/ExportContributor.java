package io.tenantsmith.render.export;

import io.tenantsmith.model.BackupStore;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ContentDigest;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.TextFile;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;
import java.util.Objects;

/** Renders export.yaml: the Job that copies a tenant's database and files to the bucket. */
public final class ExportContributor implements TenantContributor {

  private static final String DUMP = TextFile.beside(ExportContributor.class, "dump.sh").text();
  private static final String UPLOAD = TextFile.beside(ExportContributor.class, "upload.sh").text();

  private static final NamedValues<Source> VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, TenantNames.VALUES)
          .value("cluster", source -> source.tenant().cluster().name().value())
          .value("databaseHost", source -> source.scope().databaseHost())
          .value("export.digest", ExportContributor::digest)
          .value("image.mariadb", source -> source.tenant().image(ImageKeys.MARIADB))
          .value("image.rclone", source -> source.tenant().image(ImageKeys.RCLONE))
          .value("s3.bucket", source -> source.store().bucket())
          .value("s3.endpoint", source -> source.store().address())
          .value("s3.region", source -> source.store().region())
          .value("script.dump", source -> DUMP)
          .value("script.upload", source -> UPLOAD)
          .build();
  private static final ObjectTemplate<Source> EXPORT =
      ObjectTemplate.beside(ExportContributor.class, "export.yaml", VALUES);

  private static final int DIGITS = 8;

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    return List.of(scope.file("export.yaml", EXPORT.render(new Source(scope, true))));
  }

  /** A digest of the Job's whole spec; its name is not in it. */
  private static String digest(Source source) {
    if (!source.named()) {
      return "";
    }
    Source unnamed = new Source(source.scope(), false);
    Object spec = EXPORT.render(unnamed).trees("Job"::equals).get(0).get("spec");
    return ContentDigest.of(Objects.requireNonNull(spec), DIGITS);
  }

  /** A tenant, and whether the name of its Job has the digest. */
  private record Source(TenantScope scope, boolean named) {

    ResolvedTenant tenant() {
      return scope.tenant();
    }

    BackupStore store() {
      return tenant().cluster().backup();
    }
  }
}
