package io.tenantsmith.model;

import java.util.List;
import java.util.Optional;

/** What follows from other values of a tenant, its cluster and fleet; no file states it. */
public final class DerivedKeys {

  /** Prefix and id. */
  public static final Key<String> NAMESPACE = Key.of("namespace");

  /** Size of the web pods. */
  public static final Key<WebPlan> WEB = Key.of("web plan");

  /** Hosts of the site: custom domains in the written order, then the platform's host. */
  public static final Key<List<HostName>> SITES = Key.of("hosts.sites");

  /** Host of a dedicated Open WebUI. */
  public static final Key<Optional<HostName>> OPEN_WEBUI_HOST = Key.of("hosts.open_webui");

  /** Host of a branded login page. */
  public static final Key<Optional<HostName>> LOGIN_HOST = Key.of("hosts.login");

  /** Hosts of former login pages whose brand must be gone, sorted: by what was published. */
  public static final Key<List<HostName>> RETIRED_LOGINS = Key.of("retired logins", List.of());

  /** All of them. */
  public static final List<Key<?>> ALL =
      List.of(NAMESPACE, WEB, SITES, OPEN_WEBUI_HOST, LOGIN_HOST, RETIRED_LOGINS);

  private DerivedKeys() {}
}
