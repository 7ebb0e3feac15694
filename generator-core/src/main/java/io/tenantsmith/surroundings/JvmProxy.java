package io.tenantsmith.surroundings;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The proxy that this Java is told to use: {@code https.proxyHost} and what goes with it. */
final class JvmProxy {

  private JvmProxy() {}

  /** Whether the properties say anything; then they decide alone. */
  static boolean isConfigured(Surroundings surroundings) {
    return surroundings.property("https.proxyHost").filter(host -> !host.isBlank()).isPresent();
  }

  /** What this process' selector says; a front may have set one of its own. */
  static Optional<HttpProxy> proxy(Surroundings surroundings, String host, int port) {
    ProxySelector selector = ProxySelector.getDefault();
    if (selector == null) {
      return Optional.empty();
    }
    try {
      return selector.select(new URI("https", null, host, port, "/", null, null)).stream()
          .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
          .map(Proxy::address)
          .filter(InetSocketAddress.class::isInstance)
          .map(InetSocketAddress.class::cast)
          .map(address -> withLogin(surroundings, address))
          .findFirst();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static HttpProxy withLogin(Surroundings surroundings, InetSocketAddress address) {
    return new HttpProxy(
        address.getHostString(),
        address.getPort(),
        surroundings.property("https.proxyUser").orElse(null),
        surroundings.property("https.proxyPassword").orElse(""));
  }
}
