package io.tenantsmith.model;

import java.util.List;
import java.util.Optional;

/** What follows from other values of a tenant, its cluster and fleet; no file states it. */
public final class DerivedKeys {

  /** Prefix and id. */
  public static final Key<String> NAMESPACE = Key.from("namespace", HostNaming::namespace);

  /** Maximum number of web pods; unset if the plan has room for none. */
  public static final Key<Integer> MAX_PODS =
      Key.from("web.pods.max", WebSizing::maxPods, WebSizing::decidesMaxPods);

  /** Minimum number of web pods. */
  public static final Key<Integer> MIN_PODS =
      Key.from("web.pods.min", WebSizing::minPods, WebSizing::decidesMinPods);

  /** Cpu that one web pod requests. */
  public static final Key<Cpu> POD_CPU_REQUEST =
      Key.from("web.pods.cpu_request", WebSizing::podCpuRequest, WebSizing::decidesCpuRequest);

  /** Memory that one web pod requests. */
  public static final Key<Bytes> POD_MEMORY_REQUEST =
      Key.from(
          "web.pods.memory_request", WebSizing::podMemoryRequest, WebSizing::decidesMemoryRequest);

  /** Hosts of the site: custom domains in the written order, then the platform's host. */
  public static final Key<List<HostName>> SITES = Key.from("hosts.sites", HostNaming::sites);

  /** Host of a dedicated Open WebUI. */
  public static final Key<Optional<HostName>> OPEN_WEBUI_HOST =
      Key.from("hosts.open_webui", HostNaming::openWebUi, HostNaming::decidesOpenWebUi);

  /** Host of a branded login page. */
  public static final Key<Optional<HostName>> LOGIN_HOST =
      Key.from("hosts.login", HostNaming::login, HostNaming::decidesLogin);

  /**
   * Hosts of former login pages whose brand must be removed, sorted; known from what was published.
   */
  public static final Key<List<HostName>> RETIRED_LOGINS =
      Key.from("retired logins", settings -> List.of());

  /**
   * Whether the nightly backup starts once at once: a tenant is new, or its generation is. It is
   * not one that was only renamed; known from what was published.
   */
  public static final Key<Boolean> FIRST_BACKUP = Key.from("first backup", settings -> true);

  /** All of them. */
  public static final List<Key<?>> ALL =
      List.of(
          NAMESPACE,
          MAX_PODS,
          MIN_PODS,
          POD_CPU_REQUEST,
          POD_MEMORY_REQUEST,
          SITES,
          OPEN_WEBUI_HOST,
          LOGIN_HOST,
          RETIRED_LOGINS,
          FIRST_BACKUP);

  private DerivedKeys() {}
}
