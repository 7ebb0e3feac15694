package io.tenantsmith.harness;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A proxy of a company on loopback: makes tunnels by {@code CONNECT}, asks for a login if told to.
 */
public final class TunnelProxy implements Closeable {

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final @Nullable String login;
  private final @Nullable String refusal;

  private TunnelProxy(ServerSocket socket, @Nullable String login, @Nullable String refusal) {
    this.socket = socket;
    this.login = login;
    this.refusal = refusal;
  }

  /** A proxy for everybody. */
  public static TunnelProxy open() throws IOException {
    return start(null, null);
  }

  /** A proxy that wants {@code user:password}. */
  public static TunnelProxy withLogin(String login) throws IOException {
    return start(login, null);
  }

  /** A proxy that answers nothing but this line. */
  public static TunnelProxy refusing(String line) throws IOException {
    return start(null, line);
  }

  private static TunnelProxy start(@Nullable String login, @Nullable String refusal)
      throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    TunnelProxy proxy = new TunnelProxy(socket, login, refusal);
    proxy.threads.submit(proxy::accept);
    return proxy;
  }

  /** The port of loopback. */
  public int port() {
    return socket.getLocalPort();
  }

  /** The servers that were asked for, each with its port. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }

  private @Nullable Void accept() throws IOException {
    while (!socket.isClosed()) {
      Socket client = socket.accept();
      threads.submit(() -> tunnel(client));
    }
    return null;
  }

  private @Nullable Void tunnel(Socket client) throws IOException {
    try (client) {
      String head = head(client.getInputStream());
      String server = head.split(" ")[1];
      asked.add(server);
      if (refusal != null) {
        say(client, refusal);
      } else if (login != null && !head.contains("Proxy-Authorization: Basic " + encoded())) {
        say(client, "HTTP/1.1 407 Proxy Authentication Required");
      } else {
        int colon = server.lastIndexOf(':');
        try (Socket target =
            new Socket(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)))) {
          say(client, "HTTP/1.1 200 Connection established");
          threads.submit(() -> client.getInputStream().transferTo(target.getOutputStream()));
          target.getInputStream().transferTo(client.getOutputStream());
        }
      }
    }
    return null;
  }

  private String encoded() {
    byte[] bytes = String.valueOf(login).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void say(Socket client, String line) throws IOException {
    byte[] bytes = (line + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    client.getOutputStream().write(bytes);
    client.getOutputStream().flush();
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
