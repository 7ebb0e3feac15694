package io.tenantsmith.render.tenancy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.Metadata;
import io.tenantsmith.render.kit.ObjectTree;
import io.tenantsmith.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Brings namespace.yaml: the Namespace and the accounts of its pods, none with a token. */
public final class NamespaceContributor implements TenantContributor {

  private static final int ACCOUNT_WAVE = -1;

  private final boolean released;
  private final ObjectTree trees = new ObjectTree();

  /**
   * A contributor of one form.
   *
   * @param released whether the Namespace may be deleted, with all that it holds
   */
  public NamespaceContributor(boolean released) {
    this.released = released;
  }

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(namespace(tenant, fleet));
    accounts(tenant).forEach(name -> objects.add(account(name, tenant, fleet)));
    Manifest manifest = Manifest.ofTenant(tenant, "namespace.yaml", trees.of(objects));
    return List.of(manifest.written(YamlWriter::write));
  }

  private HasMetadata namespace(ResolvedTenant tenant, Fleet fleet) {
    SortedMap<String, String> labels = Labels.labels(fleet, tenant);
    labels.put(Labels.PREFIX + "region", tenant.cluster().region().value());
    labels.put(Labels.PREFIX + "ring", tenant.ring().label());
    labels.put(Labels.PREFIX + "state", tenant.state().label());
    return ProtectedNamespace.of(tenant.namespace(), tenant.cluster(), labels, annotations(tenant));
  }

  private SortedMap<String, String> annotations(ResolvedTenant tenant) {
    SortedMap<String, String> annotations = removal(tenant);
    annotations.put(Labels.PREFIX + "allowed-hostnames", hosts(tenant));
    annotations.put(Labels.PREFIX + "display-name", tenant.displayName());
    return annotations;
  }

  /** Read by an admission policy: without its approval a Namespace is not deleted. */
  private SortedMap<String, String> removal(ResolvedTenant tenant) {
    if (!released) {
      return Labels.noPrune();
    }
    SortedMap<String, String> approval = new TreeMap<>();
    approval.put(Labels.PREFIX + "erase", tenant.id().value());
    return approval;
  }

  private static String hosts(ResolvedTenant tenant) {
    return tenant.hosts().all().stream().map(HostName::value).collect(Collectors.joining(","));
  }

  private static List<String> accounts(ResolvedTenant tenant) {
    List<String> accounts = new ArrayList<>(List.of("default", "tenant-secrets", "wordpress"));
    if (tenant.hasDedicatedOpenWebUi()) {
      accounts.add("open-webui");
    }
    return accounts;
  }

  private static ServiceAccount account(String name, ResolvedTenant tenant, Fleet fleet) {
    ObjectMeta metadata =
        Metadata.of(name, Labels.labels(fleet, tenant), Labels.wave(ACCOUNT_WAVE));
    metadata.setNamespace(tenant.namespace());
    ServiceAccount account = new ServiceAccount();
    account.setMetadata(metadata);
    account.setAutomountServiceAccountToken(false);
    return account;
  }
}
