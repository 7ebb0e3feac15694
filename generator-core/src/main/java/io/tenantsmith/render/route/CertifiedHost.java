package io.tenantsmith.render.route;

import io.tenantsmith.model.HostName;
import io.tenantsmith.template.NamedValues;
import java.util.List;

/**
 * A host with a certificate and a listener of its own.
 *
 * @param isLogin whether the shared Authentik answers for it
 */
record CertifiedHost(HostName host, boolean isLogin) {

  /** The name by which a route finds the listener. */
  static final NamedValues<CertifiedHost> LISTENER =
      NamedValues.<CertifiedHost>builder()
          .value("objectName", certified -> HostObjectName.of(certified.host()))
          .build();

  /** The names by which templates make its certificate and its listener. */
  static final NamedValues<CertifiedHost> VALUES =
      NamedValues.<CertifiedHost>builder()
          .including(LISTENER)
          .value("host", certified -> certified.host().value())
          .value("secret", certified -> HostObjectName.secretOf(certified.host()))
          .condition("isLogin", CertifiedHost::isLogin)
          .build();

  /** The hosts among these that need a certificate of their own. */
  static List<CertifiedHost> among(List<HostName> hosts, TenantDomains domains) {
    return hosts.stream()
        .filter(domains.certified()::contains)
        .map(host -> new CertifiedHost(host, domains.loginHost().filter(host::equals).isPresent()))
        .toList();
  }
}
