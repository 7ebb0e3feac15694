package io.tenantsmith.render.network;

import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Plugin;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.route.TenantDomains;
import java.util.ArrayList;
import java.util.List;

/** The policies of a tenant's pods: each may do what it must, and nothing may do more. */
final class TenantPolicies {

  private static final int HTTPS = 443;
  private static final int WEB_PORT = 8080;
  private static final int SQL = 3306;
  private static final int AGENT = 5555;
  private static final int METRICS = 9104;
  private static final int SOLVER_PORT = 8089;

  /** Where Envoy Gateway's proxies listen for port 443: policies see the port of the pod. */
  private static final int PROXY_HTTPS = 10443;

  private static final String OPERATOR_NAMESPACE = "mariadb-system";

  private final ResolvedTenant tenant;
  private final Fleet fleet;
  private final PublicInternet internet;
  private final List<NetworkPolicyPeer> proxies;
  private final boolean replicated;

  TenantPolicies(ResolvedTenant tenant, Fleet fleet) {
    this.tenant = tenant;
    this.fleet = fleet;
    internet = new PublicInternet(tenant.cluster().network());
    proxies = List.of(PodKind.PROXY.in(tenant.cluster().gateway().proxyNamespace()));
    replicated = tenant.get(TierKeys.DATABASE_INSTANCES) > 1;
  }

  /** All of them, in their order in the file. */
  List<PodPolicy> all() {
    List<PodPolicy> all = new ArrayList<>(List.of(web(), cron(), install()));
    all.addAll(List.of(database(), backup(), exporter()));
    if (tenant.hasDedicatedOpenWebUi()) {
      all.add(chat());
    }
    if (!TenantDomains.of(tenant).certified().isEmpty()) {
      all.add(solver());
    }
    return all;
  }

  /** Its own public name may resolve to the proxies: sign-on and WordPress' calls of itself. */
  private PodPolicy web() {
    PodPolicy policy = policy("wordpress", PodKind.WEB).from(proxies, WEB_PORT);
    if (tenant.get(TenantKeys.CONTENT_AUTOMATION)) {
      policy.from(List.of(PodKind.PIPELINES.in(Layout.ADMIN_APPS)), WEB_PORT);
    }
    return policy
        .from(here(PodKind.CRON), WEB_PORT)
        .to(here(PodKind.DATABASE), SQL)
        .to(proxies, PROXY_HTTPS)
        .to(internet.bothVersions(), HTTPS);
  }

  private static PodPolicy cron() {
    return policy("wordpress-cron", PodKind.CRON).to(here(PodKind.WEB), WEB_PORT);
  }

  private PodPolicy install() {
    PodPolicy policy = policy("wordpress-install", PodKind.INSTALL).to(here(PodKind.DATABASE), SQL);
    return downloads() ? policy.to(internet.bothVersions(), HTTPS) : policy;
  }

  /** Plugins and themes come from their directory; so does the plugin that signs on. */
  private boolean downloads() {
    List<Plugin> plugins =
        tenant.settings().find(TenantKeys.PLUGINS).map(Setting::value).orElse(List.of());
    return tenant.get(TenantKeys.SSO_ENABLED)
        || !plugins.isEmpty()
        || tenant.settings().find(TenantKeys.THEME).isPresent();
  }

  private PodPolicy database() {
    List<NetworkPolicyPeer> operator = List.of(PodKind.DATABASE_OPERATOR.in(OPERATOR_NAMESPACE));
    int[] operated = replicated ? new int[] {SQL, AGENT} : new int[] {SQL};
    PodPolicy policy =
        policy("mariadb", PodKind.DATABASE)
            .from(
                here(
                    PodKind.WEB,
                    PodKind.INSTALL,
                    PodKind.DATABASE,
                    PodKind.BACKUP,
                    PodKind.EXPORTER),
                SQL)
            .from(operator, operated);
    return storing(policy);
  }

  private PodPolicy backup() {
    return storing(policy("mariadb-backup", PodKind.BACKUP));
  }

  /** Only where there are replicas are pods of the database clients of the API server. */
  private PodPolicy storing(PodPolicy policy) {
    policy.to(here(PodKind.DATABASE), SQL);
    Cluster.Network network = tenant.cluster().network();
    if (replicated) {
      policy.to(
          network.apiServerCidrs().stream().map(TenantPolicies::block).toList(),
          network.apiServerPort());
    }
    return policy.to(internet.versionFour(), HTTPS);
  }

  private PodPolicy exporter() {
    return policy("mariadb-exporter", PodKind.EXPORTER)
        .from(List.of(PodKind.PROMETHEUS.in(fleet.services().monitoring().namespace())), METRICS)
        .to(here(PodKind.DATABASE), SQL);
  }

  private PodPolicy chat() {
    return policy("open-webui", PodKind.CHAT)
        .from(proxies, WEB_PORT)
        .to(proxies, PROXY_HTTPS)
        .to(internet.bothVersions(), HTTPS);
  }

  private PodPolicy solver() {
    return policy("acme-http01-solver", PodKind.SOLVER).from(proxies, SOLVER_PORT);
  }

  private static PodPolicy policy(String name, PodKind pods) {
    return new PodPolicy(name, pods.selector());
  }

  private static List<NetworkPolicyPeer> here(PodKind... kinds) {
    List<NetworkPolicyPeer> peers = new ArrayList<>();
    for (PodKind kind : kinds) {
      peers.add(kind.here());
    }
    return peers;
  }

  private static NetworkPolicyPeer block(String range) {
    NetworkPolicyPeer peer = new NetworkPolicyPeer();
    peer.setIpBlock(new IPBlock(range, List.of()));
    return peer;
  }
}
