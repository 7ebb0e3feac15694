package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where a suspended tenant's hosts redirect to, in the parts that a route can name: it has no place
 * for a query or for a part of a page.
 *
 * @param port of https, unless the address states one
 * @param path from the first slash on, which is there
 */
public record PausedPage(HostName host, int port, String path) {

  private static final int HTTPS = 443;
  private static final int MAX_PORT = 65_535;

  /** What gateways take, and no program in between reads as something else. */
  private static final Pattern PATH =
      Pattern.compile("(/(?:[A-Za-z0-9._~!&'()*+,;=:/-]|%[0-9A-Fa-f]{2}){0,1000})?");

  private static final String HINT =
      "write https://, a host, and perhaps a path of ASCII letters, digits and - . _ ~ / %; no query and no fragment";

  /** Checks an address that {@link WebAddress#https} takes. */
  public static Checked<String> check(String text) {
    Checked<String> address = WebAddress.https(text);
    if (address.value().isEmpty()) {
      return address;
    }
    URI uri = URI.create(text);
    boolean whole = uri.getRawQuery() == null && uri.getRawFragment() == null;
    boolean known =
        HostName.parse(uri.getHost())
            .value()
            .filter(h -> h.value().equals(uri.getHost()))
            .isPresent();
    return whole
            && known
            && uri.getPort() != 0
            && uri.getPort() <= MAX_PORT
            && PATH.matcher(uri.getRawPath()).matches()
        ? Checked.ok(text)
        : Checked.refused("a route cannot redirect to " + Quoted.quote(text), HINT);
  }

  /** The parts of an address that was checked. */
  public static PausedPage of(String checked) {
    URI uri = URI.create(checked);
    return new PausedPage(
        new HostName(uri.getHost()),
        uri.getPort() < 0 ? HTTPS : uri.getPort(),
        uri.getRawPath().isEmpty() ? "/" : uri.getRawPath());
  }

  /** Whether the port is the one that https has. */
  public boolean hasUsualPort() {
    return port == HTTPS;
  }

  /** The whole address. */
  public String url() {
    return "https://" + host + (hasUsualPort() ? "" : ":" + port) + path;
  }
}
