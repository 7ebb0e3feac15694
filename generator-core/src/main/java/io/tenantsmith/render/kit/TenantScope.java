package io.tenantsmith.render.kit;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.template.Rendering;
import java.util.List;

/** A tenant in its fleet: the names, labels and places that its objects have in common. */
public record TenantScope(ResolvedTenant tenant, Fleet fleet) {

  /** The tenant's id. */
  public String id() {
    return tenant.id().value();
  }

  /** The tenant's namespace. */
  public String namespace() {
    return tenant.namespace();
  }

  /** Name of a secret of the tenant in admin-apps, beside those of all other tenants. */
  public String shared(String secret) {
    return secret + "-" + id();
  }

  /** Whose labels every object of the tenant has. */
  Labels.Labelled labelled() {
    return new Labels.Labelled(fleet, tenant);
  }

  /** The Service of the database: the Service that follows the primary where there are replicas. */
  public String databaseHost() {
    return tenant.get(TierKeys.DATABASE_INSTANCES) > 1 ? "mariadb-primary" : "mariadb";
  }

  /** A file of the tenant's folder, whose objects come from templates. */
  public Artifact file(String name, Rendering... renderings) {
    return file(name, List.of(renderings));
  }

  /** The same of as many as there are. */
  public Artifact file(String name, List<Rendering> renderings) {
    return Manifest.rendered(Layout.tenant(tenant).resolve(name), tenant.file(), renderings);
  }

  /** Address under which the tenant's people see the applications of Authentik. */
  public String issuer() {
    HostName host = tenant.hosts().loginHost().orElse(tenant.cluster().identityHost().value());
    return "https://" + host + "/application/o/";
  }
}
