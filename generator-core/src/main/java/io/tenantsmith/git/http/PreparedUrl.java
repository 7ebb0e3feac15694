package io.tenantsmith.git.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Opens one address with sockets of ours, and without a login that somebody else put in store. */
final class PreparedUrl extends URLStreamHandler {

  private final URL url;
  private final SSLSocketFactory sockets;
  private @Nullable HttpsURLConnection opened;

  private PreparedUrl(URL url, SSLSocketFactory sockets) {
    this.url = url;
    this.sockets = sockets;
  }

  static PreparedUrl of(URL url, SSLSocketFactory sockets) {
    return new PreparedUrl(url, sockets);
  }

  /** The address, opened in this way. */
  URL prepared() throws IOException {
    return new URL(null, url.toExternalForm(), this);
  }

  /** The connection, once it is opened. */
  HttpsURLConnection connection() {
    if (opened == null) {
      throw new IllegalStateException("not opened");
    }
    return opened;
  }

  @Override
  protected URLConnection openConnection(URL asked) throws IOException {
    // The sockets know the way; a proxy of the process would be a second one.
    HttpsURLConnection connection = (HttpsURLConnection) url.openConnection(Proxy.NO_PROXY);
    connection.setSSLSocketFactory(sockets);
    connection.setAuthenticator(new NoLogin());
    opened = connection;
    return connection;
  }

  @Override
  protected int getDefaultPort() {
    return 443;
  }

  /** Asked instead of the process' own. */
  private static final class NoLogin extends Authenticator {}
}
