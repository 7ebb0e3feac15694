package io.tenantsmith.render.tenancy;

import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Renders namespace.yaml: the Namespace and the accounts of its pods. */
public final class NamespaceContributor implements TenantContributor {

  private static final NamedValues<String> ACCOUNT =
      NamedValues.<String>builder().value("name", name -> name).build();
  private static final NamedValues<Source> VALUES =
      NamedValues.<Source>builder()
          .including(Source::scope, TenantNames.VALUES)
          .form("open", Source::open)
          .form("kept", source -> source.form() == StateForm.KEPT)
          .form("released", source -> source.form() == StateForm.RELEASED)
          .value("backup.days", source -> backupDays(source.tenant()))
          .value("until", source -> until(source.tenant()))
          .value("hosts", source -> hosts(source.tenant()))
          .value("kubernetes", source -> source.tenant().cluster().kubernetes().value())
          .value("gateway", source -> source.tenant().cluster().gateway().name())
          .value("region", source -> source.tenant().cluster().region().value())
          .value("ring", source -> source.tenant().ring().label())
          .value("state", source -> source.tenant().state().label())
          .value("supportLevel", source -> source.tenant().get(TierKeys.SUPPORT_LEVEL))
          .condition("requests.limited", NamespaceContributor::watchesRequests)
          .value("requests.limit", source -> requestLimit(source).orElseThrow())
          .rows("accounts", source -> accounts(source), ACCOUNT)
          .build();
  private static final ObjectTemplate<Source> NAMESPACE =
      ObjectTemplate.beside(NamespaceContributor.class, "namespace.yaml", VALUES);

  private final StateForm form;

  /**
   * A contributor of one form. Kept, no pod is to run in the Namespace and no host leads to it;
   * released, it may be deleted with all that it holds.
   */
  public NamespaceContributor(StateForm form) {
    this.form = form;
  }

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    return List.of(scope.file("namespace.yaml", NAMESPACE.render(new Source(scope, form))));
  }

  private static String hosts(ResolvedTenant tenant) {
    return tenant.hosts().all().stream().map(HostName::value).collect(Collectors.joining(","));
  }

  /** A schedule that never starts was refused. */
  private static int backupDays(ResolvedTenant tenant) {
    return tenant.get(TenantKeys.BACKUP_SCHEDULE).longestGap().orElseThrow();
  }

  private static Optional<Long> requestLimit(Source source) {
    return source.tenant().get(TierKeys.LIMIT_API_REQUESTS).amount();
  }

  private static boolean watchesRequests(Source source) {
    return source.open() && requestLimit(source).isPresent();
  }

  /** A retained tenant without it was refused. */
  private static String until(ResolvedTenant tenant) {
    return tenant.settings().find(TenantKeys.UNTIL).map(Setting::value).orElse("");
  }

  /** Kubernetes makes the first by itself, with a token: it is ours as long as there is one. */
  private static List<String> accounts(Source source) {
    if (!source.open()) {
      return List.of("default");
    }
    List<String> accounts = new ArrayList<>(List.of("default", "tenant-secrets", "wordpress"));
    if (source.tenant().hasDedicatedOpenWebUi()) {
      accounts.add("open-webui");
    }
    return accounts;
  }

  /** A tenant, and in which form its Namespace is rendered. */
  private record Source(TenantScope scope, StateForm form) {
    boolean open() {
      return form == StateForm.OPEN;
    }

    ResolvedTenant tenant() {
      return scope.tenant();
    }
  }
}
