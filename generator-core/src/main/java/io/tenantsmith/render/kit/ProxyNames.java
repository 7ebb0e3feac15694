package io.tenantsmith.render.kit;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.template.FixedKeys;
import io.tenantsmith.template.NamedValues;

/**
 * The names by which network policies take the proxies of the shared Gateway as their peer. Those
 * of all Gateways of a class run in one namespace; only the labels of their owner tell them apart.
 */
public final class ProxyNames {

  private static final String OWNER = "gateway.envoyproxy.io/owning-gateway-";
  private static final FixedKeys<Cluster.Gateway> PODS =
      FixedKeys.<Cluster.Gateway>builder()
          .constant("app.kubernetes.io/component", "proxy")
          .constant("app.kubernetes.io/name", "envoy")
          .value(OWNER + "name", Cluster.Gateway::name)
          .value(OWNER + "namespace", Cluster.Gateway::namespace)
          .build();

  /** {@code gateway.proxies}, their namespace, and {@code gateway.proxyPods}, their labels. */
  public static final NamedValues<Cluster.Gateway> VALUES =
      NamedValues.<Cluster.Gateway>builder()
          .value("gateway.proxies", Cluster.Gateway::proxyNamespace)
          .mapping("gateway.proxyPods", PODS)
          .build();

  private ProxyNames() {}
}
