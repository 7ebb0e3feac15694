package io.tenantsmith.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.harness.GitHttpServer;
import io.tenantsmith.harness.TestAuthority;
import io.tenantsmith.harness.TunnelProxy;
import io.tenantsmith.publish.Published.Ending;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.eclipse.jgit.transport.HttpTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishes to Git's own http server behind TLS, with a login and through a proxy. */
class PublishOverHttpsTest {

  private static final Map<String, String> ACME = HttpsScene.ACME;

  @TempDir static Path shared;
  private static TestAuthority authority;

  @TempDir Path folder;
  private HttpsScene scene;

  @BeforeAll
  static void makeAuthority() throws Exception {
    GitHttpServer.assumeInstalled();
    authority = TestAuthority.in(shared.resolve("authority"));
  }

  @BeforeEach
  void start() throws Exception {
    scene = HttpsScene.in(folder, authority);
  }

  @AfterEach
  void stop() throws Exception {
    scene.close();
  }

  @Test
  void aPasswordWithAnyCharactersLogsIn() throws Exception {
    scene.server.demand("björn", "käse:/@% ✓");
    scene.login("björn", "käse:/@% ✓");
    pushes();
    assertThat(scene.fixture.ending(ACME)).isEqualTo(Ending.NOTHING_TO_COMMIT);
    assertThat(scene.fixture.show("tenants/acme")).isEqualTo("1");
    scene.fixture.git.assertSound();
  }

  @Test
  void aTokenNeedsNoUserName() throws Exception {
    scene.server.demand("x-access-token", "t0ken");
    scene.environment.put("TENANTSMITH_GIT_PASSWORD", "t0ken");
    pushes();
  }

  @Test
  void aServerThatOffersKerberosTooGetsThePassword() throws Exception {
    scene.server.demand("ci", "secret");
    scene.server.offerKerberos();
    scene.login("ci", "secret");
    pushes();
  }

  @Test
  void aWrongPasswordIsSentOnce() throws Exception {
    scene.server.demand("ci", "secret");
    scene.login("ci", "wrong");
    assertThat(scene.fixture.ending(ACME)).isEqualTo(Ending.ENVIRONMENT);
    assertThat(logins(scene.server)).containsExactly("ci:wrong");
  }

  @Test
  void aPasswordIsSentToNobodyElse() throws Exception {
    GitHttpServer other = scene.another("good");
    other.demand("ci", "secret");
    scene.server.demand("ci", "secret");
    scene.login("ci", "secret");
    scene.redirect(other.address("gitops.git") + "/info/refs?service=git-upload-pack");
    assertThat(scene.fixture.ending(ACME)).isEqualTo(Ending.ENVIRONMENT);
    assertThat(other.requests()).isEmpty();
  }

  @Test
  void aRepositoryThatMovedAtTheSameServerIsFound() throws Exception {
    scene.server.demand("ci", "secret");
    scene.login("ci", "secret");
    scene.server.answer(
        "old.git/info/refs?service=git-upload-pack",
        301,
        Map.of("Location", "/gitops.git/info/refs?service=git-upload-pack"),
        "");
    scene.server.answer(
        "old.git/info/refs?service=git-receive-pack",
        301,
        Map.of("Location", "/gitops.git/info/refs?service=git-receive-pack"),
        "");
    scene.fixture.repository = scene.server.address("old.git");
    Result<Published> result = scene.fixture.publish(ACME);
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.PUSHED);
    assertThat(scene.printed(result))
        .isEqualTo(
            "fleet.yaml: warning PUB720: the repository has moved to https://git.example.com/gitops.git"
                + " at the same server\n  hint: write that address; a redirect may end\n");
  }

  @Test
  void aLargePushIsSentInParts() throws Exception {
    StringBuilder large = new StringBuilder();
    new Random(1).ints(600_000, 32, 127).forEach(letter -> large.append((char) letter));
    Map<String, String> files = Map.of("tenants/acme", large.append('\n').toString());
    scene.server.demand("ci", "secret");
    scene.login("ci", "secret");
    for (int i = 0; i < 2; i++) {
      Ending expected = i == 0 ? Ending.PUSHED : Ending.NOTHING_TO_COMMIT;
      assertThat(scene.fixture.ending(files)).isEqualTo(expected);
    }
    assertThat(scene.fixture.show("tenants/acme") + "\n").isEqualTo(files.get("tenants/acme"));
  }

  @Test
  void aProxyWithALoginIsPassed() throws Exception {
    TunnelProxy proxy = scene.proxy(TunnelProxy.withLogin("björn:p@ss:w%rd"));
    scene.environment.put(
        "HTTPS_PROXY", "http://bj%C3%B6rn:p%40ss:w%25rd@127.0.0.1:" + proxy.port());
    pushes();
    assertThat(proxy.asked()).isNotEmpty().containsOnly("localhost:" + scene.server.port());
  }

  @Test
  void aServerThatIsExceptedIsAskedDirectly() throws Exception {
    TunnelProxy proxy = scene.proxy(TunnelProxy.open());
    scene.environment.put("NO_PROXY", "example.com, localhost");
    pushes();
    assertThat(proxy.asked()).isEmpty();
  }

  @Test
  void propertiesOfThisJavaComeBeforeTheEnvironment() throws Exception {
    TunnelProxy ignored = scene.proxy(TunnelProxy.refusing("HTTP/1.1 500 not this one"));
    try (TunnelProxy proxy = TunnelProxy.open()) {
      System.setProperty("https.proxyHost", "127.0.0.1");
      System.setProperty("https.proxyPort", String.valueOf(proxy.port()));
      // Loopback is excepted unless somebody says otherwise.
      System.setProperty("http.nonProxyHosts", "");
      pushes();
      assertThat(proxy.asked()).isNotEmpty();
      assertThat(ignored.asked()).isEmpty();
    } finally {
      for (String name : List.of("https.proxyHost", "https.proxyPort", "http.nonProxyHosts")) {
        System.clearProperty(name);
      }
    }
  }

  @Test
  void theCommonVariablesOfGitAndOthersNameAnAuthorityToo() throws Exception {
    for (String variable : List.of("GIT_SSL_CAINFO", "SSL_CERT_FILE")) {
      scene.environment.clear();
      scene.environment.put(variable, authority.pem().toString());
      Result<Published> result = scene.fixture.publish(ACME);
      assertThat(result.diagnostics()).as(variable).noneMatch(Diagnostic::isError);
    }
  }

  @Test
  void theProcessAroundIsLeftAsItWas() throws Exception {
    List<Object> before = world();
    scene.proxy(TunnelProxy.open());
    scene.server.demand("ci", "secret");
    scene.login("ci", "secret");
    pushes();
    assertThat(world()).isEqualTo(before);
  }

  private static List<Object> world() throws Exception {
    return List.of(
        ProxySelector.getDefault(),
        HttpTransport.getConnectionFactory(),
        HttpsURLConnection.getDefaultSSLSocketFactory(),
        HttpsURLConnection.getDefaultHostnameVerifier(),
        SSLContext.getDefault(),
        String.valueOf(Authenticator.getDefault()),
        System.getProperties().clone());
  }

  private void pushes() {
    Result<Published> result = scene.fixture.publish(ACME);
    assertThat(result.value().orElseThrow().ending())
        .as("%s", result.diagnostics())
        .isEqualTo(Ending.PUSHED);
  }

  private static List<String> logins(GitHttpServer server) {
    return server.requests().stream()
        .map(GitHttpServer.Request::login)
        .filter(login -> !login.isEmpty())
        .toList();
  }
}
