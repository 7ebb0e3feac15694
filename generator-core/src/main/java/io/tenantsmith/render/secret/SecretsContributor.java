package io.tenantsmith.render.secret;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.ObjectTree;
import io.tenantsmith.render.kit.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings secrets.yaml: where a tenant's secrets come from; never a value. */
public final class SecretsContributor implements TenantContributor {

  private static final List<PasswordGenerator> GENERATORS =
      List.of(PasswordGenerator.KEY, PasswordGenerator.PASSWORD, PasswordGenerator.SALTS);

  private final ObjectTree trees = new ObjectTree();

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    TenantSecrets secrets = new TenantSecrets(scope);
    List<Map<String, Object>> objects = new ArrayList<>();
    secrets.shared().forEach(s -> objects.add(s.shared(scope)));
    SecretSource source = SecretSource.of(scope, trees);
    objects.addAll(source.objects(secrets));
    GENERATORS.forEach(generator -> objects.add(generator.object(scope)));
    secrets.own().forEach(s -> objects.add(s.own(scope)));
    secrets.read().forEach(s -> objects.add(s.object(scope, source)));
    int count = secrets.own().size() + secrets.read().size();
    return List.of(
        scope.file("secrets.yaml", objects).needing(new Demand(List.of(), List.of(), 0, count, 0)));
  }
}
