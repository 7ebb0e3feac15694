package io.tenantsmith.git.http;

import io.tenantsmith.surroundings.HttpProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets to one server, through a proxy where there is one. That the certificate is the host's is
 * checked here, so that no default of the process can switch it off.
 */
final class TlsSockets extends SSLSocketFactory {

  private final SSLSocketFactory tls;
  private final Optional<HttpProxy> proxy;

  TlsSockets(SSLSocketFactory tls, Optional<HttpProxy> proxy) {
    this.tls = tls;
    this.proxy = proxy;
  }

  @Override
  public Socket createSocket() {
    return proxy.<Socket>map(TunnelSocket::new).orElseGet(Socket::new);
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    SSLSocket made = (SSLSocket) tls.createSocket(socket, host, port, autoClose);
    SSLParameters parameters = made.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    made.setSSLParameters(parameters);
    return made;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw pastTheProxy();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw pastTheProxy();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw pastTheProxy();
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort)
      throws IOException {
    throw pastTheProxy();
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }

  /** The JDK tries these after a failed handshake, past the proxy; the first failure is the one. */
  private static IOException pastTheProxy() {
    return new SocketException("no second connection is made");
  }
}
