package io.tenantsmith.maven;

import io.tenantsmith.surroundings.HttpProxy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.settings.Proxy;

/** The proxies of settings.xml, as Maven itself takes them for a download by https. */
record SettingsProxy(List<Proxy> proxies) {

  /** Whether settings.xml says anything of proxies; then it decides alone. */
  boolean isStated() {
    return active().isPresent();
  }

  /** The proxy for a host; empty if it is excepted, or none is stated. */
  Optional<HttpProxy> of(String host) {
    return active()
        .filter(proxy -> !isExcepted(proxy.getNonProxyHosts(), host))
        .map(
            proxy ->
                new HttpProxy(
                    proxy.getHost(),
                    proxy.getPort(),
                    proxy.getUsername(),
                    proxy.getPassword() == null ? "" : proxy.getPassword()));
  }

  /** One for https comes before one for http. */
  private Optional<Proxy> active() {
    return active("https").or(() -> active("http"));
  }

  private Optional<Proxy> active(String protocol) {
    return proxies.stream()
        .filter(Proxy::isActive)
        .filter(proxy -> protocol.equalsIgnoreCase(proxy.getProtocol()))
        .findFirst();
  }

  /** Names between bars or commas; a star stands for any characters. */
  private static boolean isExcepted(String list, String host) {
    if (list == null) {
      return false;
    }
    String lower = host.toLowerCase(Locale.ROOT);
    for (String name : list.toLowerCase(Locale.ROOT).split("[|,\\s]+", -1)) {
      String pattern = name.replaceAll("[^a-z0-9*]", "\\\\$0").replace("*", ".*");
      if (!name.isEmpty() && lower.matches(pattern)) {
        return true;
      }
    }
    return false;
  }
}
