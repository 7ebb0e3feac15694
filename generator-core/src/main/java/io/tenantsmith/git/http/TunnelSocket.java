package io.tenantsmith.git.http;

import io.tenantsmith.surroundings.HttpProxy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection through a proxy, made by {@code CONNECT}. The JDK's own way sends no password to a
 * proxy unless a setting of the whole process is changed.
 */
final class TunnelSocket extends Socket {

  private static final int MAX_ANSWER = 16 * 1024;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: (.*))?");

  private final HttpProxy proxy;

  TunnelSocket(HttpProxy proxy) {
    super(Proxy.NO_PROXY);
    this.proxy = proxy;
  }

  @Override
  public void connect(SocketAddress target, int timeout) throws IOException {
    try {
      super.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeout);
    } catch (IOException e) {
      throw ProxyRefusal.unreachable(proxy, e);
    }
    setSoTimeout(timeout);
    InetSocketAddress server = (InetSocketAddress) target;
    String name = server.getHostString();
    String host = (name.indexOf(':') < 0 ? name : "[" + name + "]") + ":" + server.getPort();
    getOutputStream().write(request(host).getBytes(StandardCharsets.ISO_8859_1));
    getOutputStream().flush();
    check(answer(getInputStream()));
  }

  private String request(String host) {
    StringBuilder request = new StringBuilder();
    request.append("CONNECT ").append(host).append(" HTTP/1.1\r\nHost: ").append(host);
    String user = proxy.user();
    if (user != null) {
      byte[] login = (user + ":" + proxy.password()).getBytes(StandardCharsets.UTF_8);
      request.append("\r\nProxy-Authorization: Basic ");
      request.append(Base64.getEncoder().encodeToString(login));
    }
    return request.append("\r\n\r\n").toString();
  }

  /** Byte by byte up to the empty line: what follows belongs to the server behind. */
  private static String answer(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int line = 0;
    while (head.size() < MAX_ANSWER) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.write(next);
      if (next == '\n' && line == 0) {
        break;
      }
      line = next == '\n' ? 0 : next == '\r' ? line : line + 1;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private void check(String head) throws ProxyRefusal {
    String line = head.lines().findFirst().orElse("");
    Matcher status = STATUS.matcher(line);
    if (!status.matches()) {
      throw ProxyRefusal.answered(proxy, -1, line);
    }
    int code = Integer.parseInt(status.group(1));
    if (code != 200) {
      throw ProxyRefusal.answered(proxy, code, line);
    }
  }
}
