package io.tenantsmith.render.secret;

import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetServices;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.render.secret.TenantSecrets.Entry;
import io.tenantsmith.render.secret.TenantSecrets.HandedOn;
import io.tenantsmith.render.secret.TenantSecrets.Own;
import io.tenantsmith.render.secret.TenantSecrets.Read;
import io.tenantsmith.render.secret.TenantSecrets.Shared;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import io.tenantsmith.template.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders secrets.yaml: where a tenant's secrets come from; never a value. */
public final class SecretsContributor implements TenantContributor {

  private static final NamedValues<Shared> SHARED =
      NamedValues.<Shared>builder()
          .value("name", Shared::name)
          .value("generator", Shared::generator)
          .value("key", Shared::key)
          .value("label", Shared::label)
          .condition("renamed", Shared::isRenamed)
          .build();
  private static final NamedValues<Shared> ADOPTED =
      NamedValues.<Shared>builder().value("name", Shared::name).build();
  private static final NamedValues<Shared> PUSHED =
      NamedValues.<Shared>builder().value("name", Shared::name).value("key", Shared::key).build();
  private static final NamedValues<Own> OWN =
      NamedValues.<Own>builder()
          .value("name", Own::name)
          .value("generator", Own::generator)
          .value("key", Own::key)
          .condition("renamed", Own::isRenamed)
          .condition("watched", Own::isWatched)
          .build();
  private static final NamedValues<Own> PUSHED_OWN =
      NamedValues.<Own>builder().value("name", Own::name).build();
  private static final NamedValues<Entry> ENTRY =
      NamedValues.<Entry>builder()
          .value("key", Entry::key)
          .value("property", Entry::property)
          .build();
  private static final NamedValues<Read> READ =
      NamedValues.<Read>builder()
          .value("name", Read::name)
          .value("source", Read::source)
          .value("inAdminApps", Read::inAdminApps)
          .rows("entries", Read::entries, ENTRY)
          .build();
  private static final NamedValues<HandedOn> HANDED_ON =
      NamedValues.<HandedOn>builder()
          .value("name", HandedOn::name)
          .value("inAdminApps", HandedOn::inAdminApps)
          .rows("entries", HandedOn::entries, ENTRY)
          .build();
  private static final NamedValues<Source> MADE_VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, TenantNames.VALUES)
          .form("released", source -> source.form() == StateForm.RELEASED)
          .rows("secrets.shared", Source::shared, SHARED)
          .rows("secrets.adopted", Source::adopted, ADOPTED)
          .rows("secrets.own", source -> source.secrets().own(), OWN)
          .build();
  private static final NamedValues<Source> READ_VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, TenantNames.VALUES)
          .rows("secrets.shared", Source::shared, PUSHED)
          .rows("secrets.own", source -> source.secrets().own(), PUSHED_OWN)
          .rows("secrets.read", source -> source.secrets().read(), READ)
          .value("namesInAdminApps", Source::namesInAdminApps)
          .condition("inVault", source -> source.provided().isPresent())
          .rows("secrets.handedOn", source -> source.secrets().handedOn(), HANDED_ON)
          .value("vault.server", source -> source.vault().server())
          .value("vault.path", source -> source.vault().path())
          .value("vault.authMount", source -> source.vault().authMount())
          .build();
  private static final ObjectTemplate<Source> MADE =
      ObjectTemplate.beside(SecretsContributor.class, "secrets.yaml", MADE_VALUES);
  private static final ObjectTemplate<Source> BROUGHT =
      ObjectTemplate.beside(SecretsContributor.class, "secrets-read.yaml", READ_VALUES);

  private final StateForm form;

  /**
   * A contributor of one form. Kept, there is no pod that reads a secret, and of what was made the
   * tenant still has what makes it; released, all of it may leave.
   */
  public SecretsContributor(StateForm form) {
    this.form = form;
  }

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    Source source = new Source(scope, new TenantSecrets(scope), form);
    List<Rendering> renderings = new ArrayList<>(List.of(MADE.render(source)));
    if (form == StateForm.OPEN) {
      renderings.add(BROUGHT.render(source));
    }
    return List.of(scope.file("secrets.yaml", renderings));
  }

  /** A tenant, the secrets it needs, and in which form they are rendered. */
  private record Source(TenantScope scope, TenantSecrets secrets, StateForm form) {

    List<Shared> shared() {
      return form == StateForm.RELEASED ? secrets.everShared() : secrets.shared();
    }

    /** Those that Git takes over. */
    List<Shared> adopted() {
      return form == StateForm.OPEN ? List.of() : shared();
    }

    Optional<FleetServices.Vault> provided() {
      return scope.fleet().services().secrets().vault();
    }

    FleetServices.Vault vault() {
      return provided().orElseThrow();
    }

    List<String> namesInAdminApps() {
      return secrets.read().stream().map(Read::inAdminApps).sorted().toList();
    }
  }
}
