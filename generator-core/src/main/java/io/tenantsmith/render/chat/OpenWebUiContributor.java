package io.tenantsmith.render.chat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.ObjectTree;
import io.tenantsmith.render.kit.TenantClaim;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.render.kit.WebPort;
import io.tenantsmith.yaml.YamlWriter;
import java.util.List;

/** Brings open-webui.yaml: the Open WebUI of a tenant that has its own. */
public final class OpenWebUiContributor implements TenantContributor {

  /** Name of its objects. */
  static final String NAME = "open-webui";

  /** Name of its volume. */
  static final String CLAIM = "open-webui-data";

  private static final Bytes STORAGE = Bytes.ofGibi(10);

  private final ObjectTree trees = new ObjectTree();

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    if (!tenant.hasDedicatedOpenWebUi()) {
      return List.of();
    }
    TenantClaim claim = claim(tenant);
    Manifest manifest =
        Manifest.ofTenant(
            tenant, "open-webui.yaml", trees.of(objects(new TenantScope(tenant, fleet), claim)));
    Demand demand =
        OpenWebUiDeployment.SIZE
            .needed(NAME, 1)
            .plus(claim.needed())
            .plus(new Demand(List.of(), List.of(), 1, 0, 0));
    return List.of(manifest.written(YamlWriter::write).needing(demand));
  }

  private static List<HasMetadata> objects(TenantScope scope, TenantClaim claim) {
    HostName host = scope.tenant().hosts().openWebUiHost().orElseThrow();
    return List.of(
        claim.object(scope),
        OpenWebUiDeployment.of(scope, host),
        WebPort.service(scope, OpenWebUiDeployment.CHAT),
        OpenWebUiRoute.of(scope, host));
  }

  private static TenantClaim claim(ResolvedTenant tenant) {
    return new TenantClaim(
        CLAIM, NAME, "ReadWriteOnce", tenant.cluster().storageClasses().single(), STORAGE);
  }
}
