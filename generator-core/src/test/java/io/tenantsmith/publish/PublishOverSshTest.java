package io.tenantsmith.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.GivenSurroundings;
import io.tenantsmith.harness.SshAgent;
import io.tenantsmith.harness.SshServer;
import io.tenantsmith.publish.Published.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the sshd of the machine. A server inside this process would bring its own ciphers. */
class PublishOverSshTest {

  @TempDir static Path shared;
  private static Path hostKey;
  private static SshServer server;

  @TempDir Path folder;
  private SshFixture user;

  @BeforeAll
  static void start() throws IOException {
    SshServer.assumeInstalled();
    hostKey = SshServer.key(shared.resolve("host_ed25519"), "ed25519", "");
    server = SshServer.start(shared.resolve("sshd"), List.of(hostKey));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void setUp() throws IOException {
    user = new SshFixture(folder, server, hostKey);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "rsa", "ecdsa"})
  void aKeyOfEachKindLogsIn(String type) throws IOException {
    String[] size = type.equals("rsa") ? new String[] {"-b", "2048"} : new String[0];
    server.authorize(SshServer.key(user.ssh("id_" + type), type, "", size));
    user.pushes();
  }

  @Test
  void aKeyWithoutItsPublicHalfBesideItLogsIn() throws IOException {
    Path key = SshServer.key(user.ssh("id_ed25519"), "ed25519", "");
    server.authorize(key);
    Files.delete(user.ssh("id_ed25519.pub"));
    user.pushes();
    assertThat(user.fixture.ending(SshFixture.ACME)).isEqualTo(Ending.NOTHING_TO_COMMIT);
  }

  @Test
  void aNamedKeyIsTheOnlyOneTried() throws IOException {
    SshServer.key(user.ssh("id_ed25519"), "ed25519", "");
    server.authorize(SshServer.key(folder.resolve("deploy key"), "ed25519", ""));
    user.environment.put("TENANTSMITH_SSH_KEY", folder.resolve("deploy key").toString());
    user.pushes();
  }

  @Test
  void thePassphraseComesFromTheEnvironment() throws IOException {
    server.authorize(SshServer.key(user.ssh("id_ed25519"), "ed25519", "open sesame"));
    user.environment.put("TENANTSMITH_SSH_PASSPHRASE", "open sesame");
    user.pushes();
  }

  @Test
  void thePassphraseIsAskedOnceOfWhoeverWatches() throws IOException {
    server.authorize(SshServer.key(user.ssh("id_rsa"), "rsa", "open sesame", "-b", "2048"));
    List<String> asked = new ArrayList<>();
    user.fixture.surroundings =
        new GivenSurroundings(
            user.home,
            user.environment,
            question -> {
              asked.add(question);
              return Optional.of((asked.size() == 1 ? "open?" : "open sesame").toCharArray());
            });
    assertThat(user.fixture.ending(SshFixture.ACME)).isEqualTo(Ending.PUSHED);
    assertThat(asked).hasSize(2).containsOnly("Passphrase of ~/.ssh/id_rsa: ");
  }

  @Test
  void theAgentSignsWithKeysThatLieNowhere() throws IOException {
    Path key = SshServer.key(folder.resolve("key"), "ed25519", "");
    server.authorize(key);
    try (SshAgent agent = SshAgent.start(folder.resolve("agent"))) {
      agent.add(SshServer.key(folder.resolve("other"), "rsa", "", "-b", "2048"));
      agent.add(key);
      Files.delete(key);
      user.environment.put("SSH_AUTH_SOCK", agent.socket().toString());
      user.pushes();
    }
  }

  @Test
  void anAgentThatIsGoneDoesNotPreventTheKeyInAFile() throws IOException {
    server.authorize(SshServer.key(user.ssh("id_ed25519"), "ed25519", ""));
    user.environment.put("SSH_AUTH_SOCK", folder.resolve("gone").toString());
    user.pushes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy:", "somebody@deploy:", "ssh://deploy"})
  void anAliasOfTheConfigurationIsAHost(String address) throws IOException {
    server.authorize(SshServer.key(folder.resolve("key"), "ed25519", ""));
    Files.writeString(folder.resolve("hosts"), server.knownHost(hostKey));
    Files.delete(user.ssh("known_hosts"));
    Files.writeString(
        user.ssh("config"),
        String.join(
            "\n",
            "Host other",
            "  Port 1",
            "Host deploy",
            "  HostName 127.0.0.1",
            "  Port " + server.port(),
            "  User " + System.getProperty("user.name"),
            "  IdentityFile " + folder.resolve("key"),
            "  UserKnownHostsFile " + folder.resolve("hosts")));
    user.fixture.repository =
        address.replace("somebody", System.getProperty("user.name")) + user.fixture.bare;
    user.pushes();
  }

  @Test
  void hashedKnownHostsAreRead() throws IOException {
    server.authorize(SshServer.key(user.ssh("id_ed25519"), "ed25519", ""));
    Path known = user.ssh("known_hosts");
    SshServer.run(List.of("ssh-keygen", "-H", "-f", known.toString()));
    assertThat(Files.readString(known)).startsWith("|1|").doesNotContain("127.0.0.1");
    user.pushes();
  }

  @Test
  void aKeyOfAnOlderFormatLogsIn() throws IOException {
    String[] old = {"-b", "2048", "-m", "PEM"};
    Path key = SshServer.key(user.ssh("id_rsa"), "rsa", "open sesame", old);
    assertThat(Files.readString(key)).startsWith("-----BEGIN RSA PRIVATE KEY-----");
    server.authorize(key);
    user.environment.put("TENANTSMITH_SSH_PASSPHRASE", "open sesame");
    user.pushes();
  }

  @Test
  void anAuthorityVouchesForHosts() throws IOException {
    Path key = SshServer.key(user.ssh("id_ed25519"), "ed25519", "");
    Path authority = SshServer.key(folder.resolve("authority"), "ed25519", "");
    Path host = SshServer.key(folder.resolve("host"), "ed25519", "");
    SshServer.certify(authority, host, "-h", "-n", "127.0.0.1");
    try (SshServer certified =
        SshServer.start(
            folder.resolve("sshd"), List.of(host), "HostCertificate " + host + "-cert.pub")) {
      certified.authorize(key);
      user.fixture.repository = certified.address(user.fixture.bare);
      user.knowsHost("@cert-authority " + certified.knownHost(authority));
      user.pushes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "rsa"})
  void aCertificateInTheAgentLogsIn(String type) throws IOException {
    String[] size = type.equals("rsa") ? new String[] {"-b", "2048"} : new String[0];
    Path key = SshServer.key(folder.resolve("key"), type, "", size);
    Path authority = SshServer.key(folder.resolve("authority"), "ed25519", "");
    SshServer.certify(authority, key, "-n", System.getProperty("user.name"));
    try (SshAgent agent = SshAgent.start(folder.resolve("agent"));
        SshServer trusting =
            SshServer.start(
                folder.resolve("sshd"),
                List.of(hostKey),
                "TrustedUserCAKeys " + authority + ".pub")) {
      agent.add(key);
      user.environment.put("SSH_AUTH_SOCK", agent.socket().toString());
      user.fixture.repository = trusting.address(user.fixture.bare);
      user.knowsHost(trusting.knownHost(hostKey));
      user.pushes();
    }
  }

  @Test
  void aHostInBetweenIsJumpedOver() throws IOException {
    Path key = SshServer.key(user.ssh("id_ed25519"), "ed25519", "");
    server.authorize(key);
    try (SshServer gate = SshServer.start(folder.resolve("sshd"), List.of(hostKey))) {
      gate.authorize(key);
      user.knowsHost(server.knownHost(hostKey) + gate.knownHost(hostKey));
      String me = System.getProperty("user.name");
      Files.writeString(
          user.ssh("config"),
          ("Host inner\n  HostName 127.0.0.1\n  Port " + server.port())
              + ("\n  ProxyJump " + me + "@127.0.0.1:" + gate.port() + "\n"));
      user.fixture.repository = me + "@inner:" + user.fixture.bare;
      user.pushes();
      assertThat(gate.log()).contains("Accepted publickey");
    }
  }
}
