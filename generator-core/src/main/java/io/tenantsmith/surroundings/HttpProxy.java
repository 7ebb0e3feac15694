package io.tenantsmith.surroundings;

import org.jspecify.annotations.Nullable;

/**
 * A proxy that makes tunnels to https servers. Its password is never printed.
 *
 * @param user null if it asks for no login
 */
public record HttpProxy(String host, int port, @Nullable String user, String password) {

  /** A proxy without a login. */
  public static HttpProxy open(String host, int port) {
    return new HttpProxy(host, port, null, "");
  }

  /** The proxy as it may be printed. */
  public String display() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }

  @Override
  public String toString() {
    return display();
  }
}
