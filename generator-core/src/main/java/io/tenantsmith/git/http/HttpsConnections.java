package io.tenantsmith.git.http;

import io.tenantsmith.surroundings.HttpProxy;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Makes the connections of one repository, all with the same trust and the same proxy. */
public final class HttpsConnections implements HttpConnectionFactory {

  private final Surroundings surroundings;
  private final boolean loginAtHand;
  private @Nullable SSLSocketFactory sockets;
  private @Nullable String movedTo;

  /**
   * Connections of one repository.
   *
   * @param loginAtHand whether a server that asks for a login gets one
   */
  public HttpsConnections(Surroundings surroundings, boolean loginAtHand) {
    this.surroundings = surroundings;
    this.loginAtHand = loginAtHand;
  }

  /** Where this server says that the repository is now, if it says so. */
  public Optional<String> movedTo() {
    return Optional.ofNullable(movedTo);
  }

  void moved(String to) {
    movedTo = to;
  }

  boolean loginAtHand() {
    return loginAtHand;
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    SSLSocketFactory known = sockets;
    if (known == null) {
      int port = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
      Optional<HttpProxy> proxy = surroundings.proxy(url.getHost(), port);
      known = new TlsSockets(TrustedServers.sockets(surroundings), proxy);
      sockets = known;
    }
    return new HttpsConnection(PreparedUrl.of(url, known), this);
  }

  /** The proxy that JGit found in the settings of the process is only one of those that count. */
  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    return create(url);
  }
}
