package io.tenantsmith.model;

import static io.tenantsmith.model.Form.items;
import static io.tenantsmith.model.Form.text;
import static io.tenantsmith.model.Form.word;

import io.tenantsmith.diagnostic.Code;
import java.util.List;
import java.util.Map;

/** What fleet.yaml states about one cluster. In the order of the schema. */
public final class ClusterKeys {

  /**
   * The default where no range is stated: all private ranges, so that nothing inside the cluster
   * counts as outside.
   */
  private static final List<String> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

  private static final String ACME = "https://acme-v02.api.letsencrypt.org/directory";

  /** The cluster's name. */
  public static final Key<String> NAME = stated("name", Form.LABEL);

  /** Where it is. */
  public static final Key<String> REGION = stated("region", Form.LABEL);

  /** One publish goes to one environment's branch. */
  public static final Key<String> ENVIRONMENT = stated("environment", Form.LABEL).otherwise("prod");

  /** What syncs it. */
  public static final Key<SyncTool> SYNC =
      stated("sync", word(SyncTool::of)).otherwise(SyncTool.FLUX);

  /** Minor version. */
  public static final Key<String> KUBERNETES =
      stated("kubernetes", text(Code.VAL114, PlainNames::kubernetes)).otherwise("1.36");

  /** Address ranges of pods. */
  public static final Key<List<String>> POD_CIDRS =
      stated("pod_cidrs", Form.RANGES).otherwise(PRIVATE);

  /** Address ranges of services. */
  public static final Key<List<String>> SERVICE_CIDRS =
      stated("service_cidrs", Form.RANGES).otherwise(PRIVATE);

  /** Address ranges of nodes. */
  public static final Key<List<String>> NODE_CIDRS =
      stated("node_cidrs", Form.RANGES).otherwise(PRIVATE);

  /** Address ranges of the API server. */
  public static final Key<List<String>> API_SERVER_CIDRS =
      stated("api_server.cidrs", Form.RANGES).otherwise(PRIVATE);

  /** TCP port of the API server's endpoints. */
  public static final Key<Integer> API_SERVER_PORT =
      stated("api_server.port", Form.WHOLE).otherwise(6443);

  /** Addresses of name servers, as ranges. */
  public static final Key<List<String>> DNS_ADDRESSES =
      stated("dns.addresses", items(text(Code.VAL107, AddressRange::ofAddress)))
          .otherwise(List.of());

  /** Namespace of the pods that answer. */
  public static final Key<String> DNS_NAMESPACE =
      stated("dns.namespace", Form.LABEL).otherwise("kube-system");

  /** Labels of the pods that answer. */
  public static final Key<Map<String, String>> DNS_LABELS =
      stated("dns.labels", Form.TEXTS).otherwise(Map.of("k8s-app", "kube-dns"));

  /** Port of the pods and addresses, UDP and TCP. */
  public static final Key<Integer> DNS_PORT = stated("dns.port", Form.WHOLE).otherwise(53);

  /** For volumes that many pods write. */
  public static final Key<String> SHARED_CLASS =
      stated("storage_classes.shared", Form.DOTTED).otherwise("tenant-rwx");

  /** For volumes that one pod writes. */
  public static final Key<String> SINGLE_CLASS =
      stated("storage_classes.single", Form.DOTTED).otherwise("tenant-rwo");

  /** Class of volume snapshots. */
  public static final Key<String> SNAPSHOT_CLASS =
      stated("storage_classes.snapshot", Form.DOTTED).otherwise("tenant-snapshots");

  /** Class of the shared Gateway. */
  public static final Key<String> GATEWAY_CLASS =
      stated("gateway.class", Form.LABEL).otherwise("envoy");

  /** Name of the shared Gateway. */
  public static final Key<String> GATEWAY_NAME =
      stated("gateway.name", Form.LABEL).otherwise("public");

  /** Where the shared Gateway is. */
  public static final Key<String> GATEWAY_NAMESPACE =
      stated("gateway.namespace", Form.LABEL).otherwise("gateway-system");

  /** Where the Gateway's proxies run. */
  public static final Key<String> PROXY_NAMESPACE =
      stated("gateway.proxy_namespace", Form.LABEL).otherwise("envoy-gateway-system");

  /** Name of the certificate issuer. */
  public static final Key<String> ISSUER_NAME =
      stated("issuer.name", Form.LABEL).otherwise("tenant-http01");

  /** ACME directory URL. */
  public static final Key<String> ISSUER_SERVER = stated("issuer.server", Form.URL).otherwise(ACME);

  /** Sum of cpu requests; may be left out. */
  public static final Key<Cpu> CAPACITY_CPU = stated("capacity.cpu", Form.CPU);

  /** Sum of memory requests; may be left out. */
  public static final Key<Bytes> CAPACITY_MEMORY = stated("capacity.memory", Form.MEMORY);

  /** Sum of storage requests; may be left out. */
  public static final Key<Bytes> CAPACITY_STORAGE = stated("capacity.storage", Form.STORAGE);

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
          DNS_ADDRESSES,
          DNS_NAMESPACE,
          DNS_LABELS,
          DNS_PORT,
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

  private static <T> Key<T> stated(String path, Form<T> form) {
    return Key.of(path, form).in(Document.CLUSTER);
  }
}
