package io.tenantsmith.render.secret;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;
import java.util.Optional;

/** Renders secrets.yaml: where a tenant's secrets come from; never a value. */
public final class SecretsContributor implements TenantContributor {

  private static final NamedValues<TenantSecrets.Shared> SHARED =
      NamedValues.<TenantSecrets.Shared>builder()
          .value("name", TenantSecrets.Shared::name)
          .value("generator", TenantSecrets.Shared::generator)
          .value("key", TenantSecrets.Shared::key)
          .value("label", TenantSecrets.Shared::label)
          .condition("renamed", TenantSecrets.Shared::isRenamed)
          .build();
  private static final NamedValues<TenantSecrets.Own> OWN =
      NamedValues.<TenantSecrets.Own>builder()
          .value("name", TenantSecrets.Own::name)
          .value("generator", TenantSecrets.Own::generator)
          .value("key", TenantSecrets.Own::key)
          .condition("renamed", TenantSecrets.Own::isRenamed)
          .condition("watched", TenantSecrets.Own::isWatched)
          .build();
  private static final NamedValues<ReadSecret.Entry> ENTRY =
      NamedValues.<ReadSecret.Entry>builder()
          .value("key", ReadSecret.Entry::key)
          .value("property", ReadSecret.Entry::property)
          .build();
  private static final NamedValues<ReadSecret> READ =
      NamedValues.<ReadSecret>builder()
          .value("name", ReadSecret::name)
          .value("source", ReadSecret::source)
          .rows("entries", ReadSecret::entries, ENTRY)
          .build();
  private static final NamedValues<Source> VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, TenantNames.VALUES)
          .rows("secrets.shared", source -> source.secrets().shared(), SHARED)
          .rows("secrets.own", source -> source.secrets().own(), OWN)
          .rows("secrets.read", source -> source.secrets().read(), READ)
          .value("namesInAdminApps", Source::namesInAdminApps)
          .condition("inVault", source -> source.provided().isPresent())
          .value("vault.server", source -> source.vault().server())
          .value("vault.path", source -> source.vault().path())
          .value("vault.authMount", source -> source.vault().authMount())
          .build();
  private static final ObjectTemplate<Source> SECRETS =
      ObjectTemplate.beside(SecretsContributor.class, "secrets.yaml", VALUES);

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    TenantSecrets secrets = new TenantSecrets(scope);
    int count = secrets.own().size() + secrets.read().size();
    return List.of(
        scope
            .file("secrets.yaml", SECRETS.render(new Source(scope, secrets)))
            .needing(new Demand(List.of(), List.of(), 0, count, 0)));
  }

  /** A tenant and the secrets it needs. */
  private record Source(TenantScope scope, TenantSecrets secrets) {

    Optional<Fleet.Vault> provided() {
      return scope.fleet().services().secrets().vault();
    }

    Fleet.Vault vault() {
      return provided().orElseThrow();
    }

    List<String> namesInAdminApps() {
      return secrets.read().stream().map(read -> scope.shared(read.source())).sorted().toList();
    }
  }
}
