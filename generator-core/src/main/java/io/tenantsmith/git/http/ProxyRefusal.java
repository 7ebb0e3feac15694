package io.tenantsmith.git.http;

import io.tenantsmith.surroundings.HttpProxy;
import java.io.IOException;
import java.net.SocketException;

/** The proxy makes no tunnel. See {@link HttpRefusal} for why it is a {@link SocketException}. */
public final class ProxyRefusal extends SocketException {

  private static final long serialVersionUID = 1L;

  private final String proxy;
  private final int status;

  private ProxyRefusal(HttpProxy proxy, int status, String message) {
    super(message);
    this.proxy = proxy.display();
    this.status = status;
  }

  static ProxyRefusal answered(HttpProxy proxy, int status, String line) {
    return new ProxyRefusal(proxy, status, line);
  }

  static ProxyRefusal unreachable(HttpProxy proxy, IOException cause) {
    ProxyRefusal refusal = new ProxyRefusal(proxy, 0, String.valueOf(cause.getMessage()));
    refusal.initCause(cause);
    return refusal;
  }

  /** The proxy as it may be printed. */
  public String proxy() {
    return proxy;
  }

  /** What it answered, or 0 if it could not be reached. */
  public int status() {
    return status;
  }
}
