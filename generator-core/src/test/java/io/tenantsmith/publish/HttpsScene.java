package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.harness.GitHttpServer;
import io.tenantsmith.harness.GivenSurroundings;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.harness.TestAuthority;
import io.tenantsmith.harness.TunnelProxy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A server with an empty repository, and a publish to it that trusts the server. */
final class HttpsScene implements Closeable {

  static final Map<String, String> ACME = Map.of("tenants/acme", "1\n");

  final Map<String, String> environment = new TreeMap<>();
  final TestAuthority authority;
  final GitHttpServer server;
  final PublishFixture fixture;
  private final Path folder;
  private final List<Closeable> more = new ArrayList<>();

  private HttpsScene(TestAuthority authority, GitHttpServer server, Path folder) {
    this.authority = authority;
    this.server = server;
    this.folder = folder;
    this.fixture = new PublishFixture(folder);
  }

  static HttpsScene in(Path folder, TestAuthority authority) throws Exception {
    Path root = folder.resolve("out");
    GitHttpServer server = GitHttpServer.start(authority.server("good"), root);
    HttpsScene scene = new HttpsScene(authority, server, folder);
    IsolatedGit.init(scene.fixture.bare, "--bare");
    scene.fixture.repository = server.address("gitops.git");
    scene.fixture.surroundings = new GivenSurroundings(folder, scene.environment);
    scene.environment.put("TENANTSMITH_CA_FILE", authority.pem().toString());
    return scene;
  }

  /** Publishes to a second server that shows that certificate. */
  void serveWith(String certificate) throws Exception {
    fixture.repository = another(certificate).address("gitops.git");
  }

  /** A second server with the same repositories. */
  GitHttpServer another(String certificate) throws Exception {
    GitHttpServer made = GitHttpServer.start(authority.server(certificate), folder.resolve("out"));
    more.add(made);
    return made;
  }

  void login(String user, String password) {
    environment.put("TENANTSMITH_GIT_USERNAME", user);
    environment.put("TENANTSMITH_GIT_PASSWORD", password);
  }

  /** Answers like this to what asks for reading ({@code upload}) or writing ({@code receive}). */
  void answer(String what, int status, String body) {
    server.answer("git-" + what + "-pack", status, Map.of("Content-Type", "text/plain"), body);
  }

  void redirect(String to) {
    server.answer("/info/refs", 301, Map.of("Location", to), "");
  }

  /** What a server does with a push before it takes it. */
  void hook(String name, String script) throws IOException {
    Path hook = fixture.bare.resolve("hooks").resolve(name);
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\n" + script + "\n");
    hook.toFile().setExecutable(true);
  }

  void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    environment.put("TENANTSMITH_CA_FILE", folder.resolve(name).toString());
  }

  TunnelProxy proxy(TunnelProxy proxy) {
    more.add(proxy);
    environment.put("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());
    return proxy;
  }

  /** What a user reads, without what differs from run to run. */
  String printed() {
    return printed(fixture.publish(ACME));
  }

  String printed(Result<Published> result) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic found : result.diagnostics()) {
      text.append(found).append('\n');
      found.hint().ifPresent(hint -> text.append("  hint: ").append(hint).append('\n'));
    }
    return text.toString()
        .replace(folder.toString(), "/fleet")
        .replace("localhost:" + server.port(), "git.example.com")
        .replaceAll("127\\.0\\.0\\.1:[0-9]{4,}", "proxy.example.com:3128")
        .replaceAll("localhost:[0-9]{4,}", "git.example.com:8443")
        .replace("localhost", "git.example.com");
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Closeable each : more) {
      each.close();
    }
  }
}
