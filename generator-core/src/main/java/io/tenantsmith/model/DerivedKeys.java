package io.tenantsmith.model;

import java.util.List;
import java.util.Optional;

/** What follows from other values of a tenant, its cluster and fleet; no file states it. */
public final class DerivedKeys {

  /** Prefix and id. */
  public static final Key<String> NAMESPACE = Key.from("namespace", HostNaming::namespace);

  /** Size of the web pods. */
  public static final Key<WebPlan> WEB = Key.from("web plan", WebSizing::plan);

  /** Hosts of the site: custom domains in the written order, then the platform's host. */
  public static final Key<List<HostName>> SITES = Key.from("hosts.sites", HostNaming::sites);

  /** Host of a dedicated Open WebUI. */
  public static final Key<Optional<HostName>> OPEN_WEBUI_HOST = Key.from("hosts.open_webui", HostNaming::openWebUi);

  /** Host of a branded login page. */
  public static final Key<Optional<HostName>> LOGIN_HOST = Key.from("hosts.login", HostNaming::login);

  /** Hosts of former login pages whose brand must be gone, sorted: by what was published. */
  public static final Key<List<HostName>> RETIRED_LOGINS = Key.from("retired logins", settings -> List.of());

  /** All of them. */
  public static final List<Key<?>> ALL =
      List.of(NAMESPACE, WEB, SITES, OPEN_WEBUI_HOST, LOGIN_HOST, RETIRED_LOGINS);

  private DerivedKeys() {}
}
