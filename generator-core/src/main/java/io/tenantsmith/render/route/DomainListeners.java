package io.tenantsmith.render.route;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.AllowedRoutes;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ListenerEntry;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ListenerSet;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ListenerSetSpec;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ListenerTLSConfig;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentGatewayReference;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.RouteGroupKind;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.RouteNamespaces;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.SecretObjectReference;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.HostName;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.kit.TenantScope;
import java.util.List;
import java.util.Map;

/**
 * The listeners of a tenant's own hosts on the shared Gateway; so their keys stay in the tenant's
 * namespace.
 */
final class DomainListeners {

  private DomainListeners() {}

  /** The ListenerSet. */
  static ListenerSet of(TenantDomains domains, TenantScope scope) {
    ListenerSetSpec spec = new ListenerSetSpec();
    spec.setListeners(domains.certified().stream().map(host -> listener(host, domains)).toList());
    spec.setParentRef(gateway(scope.tenant().cluster().gateway()));
    ListenerSet set = new ListenerSet();
    set.setMetadata(scope.metadata(TenantDomains.LISTENERS));
    set.setSpec(spec);
    return set;
  }

  private static ListenerEntry listener(HostName host, TenantDomains domains) {
    ListenerEntry entry = new ListenerEntry();
    entry.setName(HostObjectName.of(host));
    entry.setHostname(host.value());
    entry.setPort(443);
    entry.setProtocol("HTTPS");
    entry.setTls(tls(host));
    boolean login = domains.loginHost().filter(host::equals).isPresent();
    entry.setAllowedRoutes(
        new AllowedRoutes(
            List.of(new RouteGroupKind(GatewayRoute.GROUP, "HTTPRoute")),
            login ? sharedApplications() : new RouteNamespaces("Same", null)));
    return entry;
  }

  private static ListenerTLSConfig tls(HostName host) {
    SecretObjectReference secret = new SecretObjectReference();
    secret.setKind("Secret");
    secret.setName(HostObjectName.secretOf(host));
    ListenerTLSConfig tls = new ListenerTLSConfig();
    tls.setCertificateRefs(List.of(secret));
    tls.setMode("Terminate");
    return tls;
  }

  /** Behind a login host is the shared Authentik. */
  private static RouteNamespaces sharedApplications() {
    return new RouteNamespaces(
        "Selector",
        new LabelSelector(List.of(), Map.of("kubernetes.io/metadata.name", Layout.ADMIN_APPS)));
  }

  private static ParentGatewayReference gateway(Cluster.Gateway gateway) {
    return new ParentGatewayReference(
        GatewayRoute.GROUP, "Gateway", gateway.name(), gateway.namespace());
  }
}
