package io.tenantsmith.harness;

import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Git's own {@code http-backend} behind TLS on loopback, as a forge has it: what a client sends is
 * read by Git. It can be told to answer otherwise.
 */
public final class GitHttpServer implements Closeable {

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path root;
  private final List<Scripted> scripted = new CopyOnWriteArrayList<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile @Nullable String login;
  private volatile boolean kerberos;

  private GitHttpServer(HttpsServer server, Path root) {
    this.server = server;
    this.root = root;
  }

  /** An answer that is given instead of Git's to addresses that hold a text. */
  public record Answer(int status, Map<String, String> headers, String body) {}

  /** What was asked, and the login that came with it, decoded; empty if none came. */
  public record Request(String address, String login) {}

  private record Scripted(String part, Answer answer) {}

  /** Skips the test, loudly, where Git cannot serve http. */
  public static void assumeInstalled() throws IOException {
    if (backend().isEmpty()) {
      String message = "skipped: git http-backend is not here (it comes with Git)";
      System.out.println(message);
      abort(message);
    }
  }

  /** Serves all repositories below a folder. */
  public static GitHttpServer start(SSLContext tls, Path root) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    GitHttpServer made = new GitHttpServer(server, root);
    server.setExecutor(made.threads);
    server.createContext("/", made::handle);
    server.start();
    return made;
  }

  /** Asks for this login from now on. */
  public void demand(String user, String password) {
    login = user + ":" + password;
  }

  /** Offers a login by Kerberos besides, as servers of companies do. */
  public void offerKerberos() {
    kerberos = true;
  }

  /** Answers like this to all addresses that hold the text. */
  public void answer(String part, int status, Map<String, String> headers, String body) {
    scripted.add(new Scripted(part, new Answer(status, headers, body)));
  }

  /** The port of loopback. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The address of a repository by name. */
  public String address(String repository) {
    return "https://localhost:" + port() + "/" + repository;
  }

  /** All that was asked so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String address = exchange.getRequestURI().toString();
      String sent =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
              .map(GitHttpServer::decoded)
              .orElse("");
      requests.add(new Request(address, sent));
      Optional<Answer> instead =
          scripted.stream()
              .filter(s -> address.contains(s.part()))
              .map(Scripted::answer)
              .findFirst();
      if (login != null && !sent.equals(login)) {
        if (kerberos) {
          exchange.getResponseHeaders().add("WWW-Authenticate", "Negotiate");
        }
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
        reply(exchange, new Answer(401, Map.of(), ""));
      } else if (instead.isPresent()) {
        reply(exchange, instead.get());
      } else {
        serve(exchange);
      }
    } catch (IOException | RuntimeException e) {
      // The client went away, or a test ended; the client tells the test what it saw.
      exchange.close();
    }
  }

  private static String decoded(String header) {
    String code = header.substring(header.indexOf(' ') + 1);
    return header.startsWith("Basic ")
        ? new String(Base64.getDecoder().decode(code), StandardCharsets.UTF_8)
        : header;
  }

  private static void reply(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getRequestBody().readAllBytes();
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  /** One run of the program by the rules of CGI. */
  private void serve(HttpExchange exchange) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(backend().orElseThrow().toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> variables = builder.environment();
    variables.put("GIT_PROJECT_ROOT", root.toString());
    variables.put("GIT_HTTP_EXPORT_ALL", "1");
    variables.put("GIT_CONFIG_GLOBAL", "/dev/null");
    variables.put("GIT_CONFIG_NOSYSTEM", "1");
    variables.put("REMOTE_USER", "tester");
    variables.put("REQUEST_METHOD", exchange.getRequestMethod());
    variables.put("PATH_INFO", exchange.getRequestURI().getPath());
    variables.put(
        "QUERY_STRING", Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
    header(exchange, "Content-Type").ifPresent(value -> variables.put("CONTENT_TYPE", value));
    header(exchange, "Content-Encoding")
        .ifPresent(value -> variables.put("HTTP_CONTENT_ENCODING", value));
    header(exchange, "Git-Protocol").ifPresent(value -> variables.put("GIT_PROTOCOL", value));
    Process process = builder.start();
    byte[] body = exchange.getRequestBody().readAllBytes();
    threads.submit(
        () -> {
          try (var out = process.getOutputStream()) {
            out.write(body);
          }
          return null;
        });
    try (InputStream in = process.getInputStream()) {
      int status = 200;
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        String value = line.substring(line.indexOf(':') + 1).strip();
        if (line.startsWith("Status:")) {
          status = Integer.parseInt(value.substring(0, 3));
        } else {
          exchange.getResponseHeaders().set(line.substring(0, line.indexOf(':')), value);
        }
      }
      exchange.sendResponseHeaders(status, 0);
      in.transferTo(exchange.getResponseBody());
    }
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static Optional<Path> backend() throws IOException {
    List<Path> places = new ArrayList<>();
    Process process = new ProcessBuilder("git", "--exec-path").start();
    try (InputStream in = process.getInputStream()) {
      String folder = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      places.add(Path.of(folder, "git-http-backend"));
    }
    return places.stream().filter(Files::isExecutable).findFirst();
  }
}
