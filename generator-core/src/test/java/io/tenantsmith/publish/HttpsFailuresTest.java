package io.tenantsmith.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.harness.DiagnosticPage;
import io.tenantsmith.harness.GitHttpServer;
import io.tenantsmith.harness.GoldenFile;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.harness.TestAuthority;
import io.tenantsmith.harness.TunnelProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each way in which an https server says no, and what a user then reads: one file a case in {@code
 * remotes/https}.
 */
class HttpsFailuresTest {

  private static final String FOLDER = "remotes/https/";
  private static final Map<String, Case> CASES = new TreeMap<>();

  @TempDir static Path shared;
  private static TestAuthority authority;

  @TempDir Path folder;

  /** Makes a server say no. */
  private interface Case {
    void prepare(HttpsScene scene) throws Exception;
  }

  static {
    CASES.putAll(certificates());
    CASES.putAll(network());
    CASES.putAll(answers());
    CASES.putAll(redirects());
    CASES.putAll(pushes());
    CASES.putAll(proxies());
  }

  private static Map<String, Case> certificates() {
    return Map.of(
        "unknown-authority", scene -> scene.environment.clear(),
        "self-signed", scene -> scene.serveWith("self"),
        "other-host", scene -> scene.serveWith("other"),
        "expired", scene -> scene.serveWith("expired"),
        "authority-file-missing",
            scene -> scene.environment.put("TENANTSMITH_CA_FILE", "/nowhere/ca.pem"),
        "authority-file-empty", scene -> scene.file("ca.pem", "no certificate here\n"),
        "authority-file-broken",
            scene ->
                scene.file(
                    "ca.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));
  }

  private static Map<String, Case> network() {
    return Map.of(
        "no-such-host",
            scene -> scene.fixture.repository = "https://git.nowhere.invalid/platform/gitops.git",
        "refused", scene -> scene.fixture.repository = "https://localhost:" + closedPort() + "/a",
        "hangs-up",
            scene -> scene.fixture.repository = "https://localhost:" + hangingUp() + "/gitops.git",
        "no-tls",
            scene -> scene.fixture.repository = "https://localhost:" + speakingHttp() + "/a.git");
  }

  private static Map<String, Case> answers() {
    Map<String, Case> cases = new TreeMap<>();
    cases.put("login-missing", scene -> scene.server.demand("ci", "secret"));
    cases.put(
        "login-refused",
        scene -> {
          scene.server.demand("ci", "secret");
          scene.login("ci", "wr0ng-s3cret");
        });
    cases.put(
        "login-of-another-kind",
        scene -> {
          scene.login("ci", "secret");
          scene.server.answer(
              "/info/refs", 401, Map.of("WWW-Authenticate", "Bearer realm=\"x\""), "");
        });
    cases.put("may-not-read-stranger", scene -> scene.answer("upload", 403, ""));
    cases.put(
        "may-not-read", scene -> withLogin(scene).answer("upload", 403, "no: IP not allowed"));
    cases.put(
        "may-not-write",
        scene ->
            withLogin(scene)
                .answer("receive", 403, "remote: Write access to repository not granted."));
    cases.put("not-there", scene -> scene.fixture.repository = scene.server.address("nowhere.git"));
    cases.put(
        "no-repository-but-a-page",
        scene ->
            scene.server.answer("/info", 200, Map.of("Content-Type", "text/html"), "<html>hello"));
    cases.put("server-failed", scene -> scene.answer("upload", 503, "maintenance until 9:00"));
    cases.put("server-failed-at-push", scene -> scene.answer("receive", 500, ""));
    cases.put("too-many-requests", scene -> scene.answer("upload", 429, ""));
    cases.put("teapot", scene -> scene.answer("upload", 418, ""));
    return cases;
  }

  private static Map<String, Case> redirects() {
    return Map.of(
        "moved-to-another-host",
            scene -> scene.redirect("https://git.example.net/new.git/info/refs?service=x"),
        "moved-to-another-port",
            scene -> scene.redirect("https://localhost:8443/gitops.git/info/refs?service=x"),
        "moved-to-another-host-at-push",
            scene ->
                scene.server.answer(
                    "gitops.git/git-receive-pack",
                    307,
                    Map.of("Location", "https://git.example.net/new.git/git-receive-pack"),
                    ""),
        "moved-to-http", scene -> scene.redirect("http://localhost/gitops.git/info/refs?a=b"),
        "moved-to-a-page", scene -> scene.redirect("/users/sign_in?token=s3cret"),
        "moved-to-nowhere", scene -> scene.server.answer("/info/refs", 302, Map.of(), ""));
  }

  private static Map<String, Case> pushes() {
    return Map.of(
        "branch-protected",
            scene ->
                scene.hook(
                    "pre-receive",
                    "echo 'GitLab: You are not allowed to push code to protected branches on this"
                        + " project.'; exit 1"),
        "hook-refuses",
            scene ->
                scene.hook(
                    "pre-receive",
                    "echo 'Commits need a ticket of the change board; ask it in the channel of the"
                        + " platform team, and name the fleet.'; echo; echo 'Second line'; exit 1"),
        "hook-of-the-branch-refuses", scene -> scene.hook("update", "echo \"not $1\"; exit 1"),
        "too-large-for-git",
            scene ->
                new IsolatedGit(scene.fixture.bare).run("config", "receive.maxInputSize", "20"),
        "too-large-for-the-server",
            scene -> scene.server.answer("gitops.git/git-receive-pack", 413, Map.of(), ""),
        "cannot-be-stored",
            scene -> {
              // Where the packs go is a file; nobody's rights count for less.
              new IsolatedGit(scene.fixture.bare).run("config", "receive.unpackLimit", "1");
              Path packs = scene.fixture.bare.resolve("objects/pack");
              Files.delete(packs);
              Files.createFile(packs);
            });
  }

  private static Map<String, Case> proxies() {
    return Map.of(
        "proxy-silent",
            scene ->
                scene.environment.put("HTTPS_PROXY", "http://u:s3cret@localhost:" + closedPort()),
        "proxy-wants-login", scene -> scene.proxy(TunnelProxy.withLogin("a:b")),
        "proxy-refuses", scene -> scene.proxy(TunnelProxy.refusing("HTTP/1.1 403 Not this host")),
        "proxy-is-no-proxy", scene -> scene.proxy(TunnelProxy.refusing("SSH-2.0-OpenSSH_9.2")),
        "proxy-of-another-kind",
            scene -> scene.environment.put("https_proxy", "socks5://u:s3cret@localhost:1080"),
        "proxy-unreadable", scene -> scene.environment.put("ALL_PROXY", "http://:s3cret@:x"));
  }

  @BeforeAll
  static void makeAuthority() throws Exception {
    GitHttpServer.assumeInstalled();
    authority = TestAuthority.in(shared.resolve("authority"));
  }

  static SortedSet<String> names() {
    return new TreeSet<>(CASES.keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void saysWhatIsWrongAndWhatToDo(String name) throws Exception {
    try (HttpsScene scene = HttpsScene.in(folder, authority)) {
      CASES.get(name).prepare(scene);
      String printed = scene.printed();
      assertThat(printed).doesNotContain("s3cret").contains("  hint: ");
      new GoldenFile(FOLDER + name + ".txt").assertIs(printed);
    }
  }

  @Test
  void eachFileBelongsToACase() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/" + FOLDER))) {
      SortedSet<String> written =
          files
              .map(file -> file.getFileName().toString().replace(".txt", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(written).isEqualTo(names());
    }
  }

  /** What the pages of these codes show as printed is what a user sees. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "PUB702", "PUB703", "PUB715", "PUB716", "PUB717", "PUB718", "PUB719", "PUB720", "PUB721",
        "PUB722", "PUB723"
      })
  void thePageShowsACase(Code code) throws IOException {
    String printed =
        names().stream()
            .map(name -> new GoldenFile(FOLDER + name + ".txt").text())
            .collect(Collectors.joining());
    assertThat(DiagnosticPage.of(code).example()).contains(code + ": ").isSubstringOf(printed);
  }

  private static HttpsScene withLogin(HttpsScene scene) {
    scene.server.demand("ci", "secret");
    scene.login("ci", "secret");
    return scene;
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static int hangingUp() throws IOException {
    return answering("");
  }

  private static int speakingHttp() throws IOException {
    return answering("HTTP/1.1 400 Bad Request\r\n\r\n");
  }

  /** A server that says this to everybody and hangs up. */
  private static int answering(String text) throws IOException {
    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              try (socket) {
                for (int i = 0; i < 3; i++) {
                  try (var client = socket.accept()) {
                    client.getInputStream().read(new byte[4096]);
                    client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                  }
                }
              } catch (IOException e) {
                // The test is over.
              }
            });
    thread.setDaemon(true);
    thread.start();
    return socket.getLocalPort();
  }
}
