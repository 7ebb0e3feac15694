package io.tenantsmith.model;

import java.util.List;

/** What fleet.yaml says of one cluster. Order is that of the schema. */
public final class ClusterKeys {

  /** Whoever does not state a range gets all of them: what is inside is then never outside. */
  private static final List<String> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

  private static final String ACME = "https://acme-v02.api.letsencrypt.org/directory";

  /** The cluster's name. */
  public static final Key<String> NAME = Key.of("clusters[].name");

  /** Where it is. */
  public static final Key<String> REGION = Key.of("clusters[].region");

  /** One publish goes to one environment's branch. */
  public static final Key<String> ENVIRONMENT = Key.of("clusters[].environment", "prod");

  /** What syncs it. */
  public static final Key<SyncTool> SYNC = Key.of("clusters[].sync", SyncTool.FLUX);

  /** Minor version. */
  public static final Key<String> KUBERNETES = Key.of("clusters[].kubernetes", "1.36");

  /** Address ranges of pods. */
  public static final Key<List<String>> POD_CIDRS = Key.of("clusters[].pod_cidrs", PRIVATE);

  /** Address ranges of services. */
  public static final Key<List<String>> SERVICE_CIDRS = Key.of("clusters[].service_cidrs", PRIVATE);

  /** Address ranges of nodes. */
  public static final Key<List<String>> NODE_CIDRS = Key.of("clusters[].node_cidrs", PRIVATE);

  /** Address ranges of the API server. */
  public static final Key<List<String>> API_SERVER_CIDRS =
      Key.of("clusters[].api_server.cidrs", PRIVATE);

  /** TCP port of the API server's endpoints. */
  public static final Key<Integer> API_SERVER_PORT = Key.of("clusters[].api_server.port", 6443);

  /** For volumes that many pods write. */
  public static final Key<String> SHARED_CLASS =
      Key.of("clusters[].storage_classes.shared", "tenant-rwx");

  /** For volumes that one pod writes. */
  public static final Key<String> SINGLE_CLASS =
      Key.of("clusters[].storage_classes.single", "tenant-rwo");

  /** Class of volume snapshots. */
  public static final Key<String> SNAPSHOT_CLASS =
      Key.of("clusters[].storage_classes.snapshot", "tenant-snapshots");

  /** Class of the shared Gateway. */
  public static final Key<String> GATEWAY_CLASS = Key.of("clusters[].gateway.class", "envoy");

  /** Name of the shared Gateway. */
  public static final Key<String> GATEWAY_NAME = Key.of("clusters[].gateway.name", "public");

  /** Where the shared Gateway is. */
  public static final Key<String> GATEWAY_NAMESPACE =
      Key.of("clusters[].gateway.namespace", "gateway-system");

  /** Where the Gateway's proxies run. */
  public static final Key<String> PROXY_NAMESPACE =
      Key.of("clusters[].gateway.proxy_namespace", "envoy-gateway-system");

  /** Name of the certificate issuer. */
  public static final Key<String> ISSUER_NAME = Key.of("clusters[].issuer.name", "tenant-http01");

  /** ACME directory URL. */
  public static final Key<String> ISSUER_SERVER = Key.of("clusters[].issuer.server", ACME);

  /** Sum of cpu requests; may be left out. */
  public static final Key<Cpu> CAPACITY_CPU = Key.of("clusters[].capacity.cpu");

  /** Sum of memory requests; may be left out. */
  public static final Key<Bytes> CAPACITY_MEMORY = Key.of("clusters[].capacity.memory");

  /** Sum of storage requests; may be left out. */
  public static final Key<Bytes> CAPACITY_STORAGE = Key.of("clusters[].capacity.storage");

  /** All of them, in the order of the schema. */
  public static final List<Key<?>> ALL =
      List.of(
          NAME,
          REGION,
          ENVIRONMENT,
          SYNC,
          KUBERNETES,
          POD_CIDRS,
          SERVICE_CIDRS,
          NODE_CIDRS,
          API_SERVER_CIDRS,
          API_SERVER_PORT,
          SHARED_CLASS,
          SINGLE_CLASS,
          SNAPSHOT_CLASS,
          GATEWAY_CLASS,
          GATEWAY_NAME,
          GATEWAY_NAMESPACE,
          PROXY_NAMESPACE,
          ISSUER_NAME,
          ISSUER_SERVER,
          CAPACITY_CPU,
          CAPACITY_MEMORY,
          CAPACITY_STORAGE);

  private ClusterKeys() {}
}
