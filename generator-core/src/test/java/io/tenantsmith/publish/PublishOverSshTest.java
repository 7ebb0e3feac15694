package io.tenantsmith.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.harness.GivenSurroundings;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.harness.SshAgent;
import io.tenantsmith.harness.SshServer;
import io.tenantsmith.publish.Published.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the sshd of the machine. A server inside this process would bring its own ciphers. */
class PublishOverSshTest {

  private static final Map<String, String> ACME = Map.of("tenants/acme", "1\r\n");

  @TempDir static Path shared;
  private static Path hostKey;
  private static SshServer server;

  @TempDir Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private PublishFixture fixture;
  private Path home;

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
    fixture = new PublishFixture(folder);
    IsolatedGit.init(fixture.bare, "--bare");
    home = Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(home.resolve(".ssh"));
    fixture.repository = server.address(fixture.bare);
    fixture.surroundings = new GivenSurroundings(home, environment);
    Files.writeString(home.resolve(".ssh/known_hosts"), server.knownHost(hostKey));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "rsa", "ecdsa"})
  void aKeyOfEachKindLogsIn(String type) throws IOException {
    server.authorize(SshServer.key(home.resolve(".ssh/id_" + type), type, ""));
    pushes();
  }

  @Test
  void aKeyWithoutItsPublicHalfBesideItLogsIn() throws IOException {
    Path key = SshServer.key(home.resolve(".ssh/id_ed25519"), "ed25519", "");
    server.authorize(key);
    Files.delete(home.resolve(".ssh/id_ed25519.pub"));
    pushes();
  }

  @Test
  void aNamedKeyIsTheOnlyOneTried() throws IOException {
    SshServer.key(home.resolve(".ssh/id_ed25519"), "ed25519", "");
    server.authorize(SshServer.key(folder.resolve("deploy key"), "ed25519", ""));
    environment.put("TENANTSMITH_SSH_KEY", folder.resolve("deploy key").toString());
    pushes();
  }

  @Test
  void thePassphraseComesFromTheEnvironment() throws IOException {
    server.authorize(SshServer.key(home.resolve(".ssh/id_ed25519"), "ed25519", "open sesame"));
    environment.put("TENANTSMITH_SSH_PASSPHRASE", "open sesame");
    pushes();
  }

  @Test
  void thePassphraseIsAskedOnceOfWhoeverWatches() throws IOException {
    server.authorize(SshServer.key(home.resolve(".ssh/id_rsa"), "rsa", "open sesame"));
    List<String> asked = new ArrayList<>();
    fixture.surroundings =
        new GivenSurroundings(
            home,
            environment,
            question -> {
              asked.add(question);
              return Optional.of((asked.size() == 1 ? "open?" : "open sesame").toCharArray());
            });
    assertThat(fixture.ending(ACME)).isEqualTo(Ending.PUSHED);
    assertThat(asked).hasSize(2).containsOnly("Passphrase of ~/.ssh/id_rsa: ");
  }

  @Test
  void theAgentSignsWithKeysThatLieNowhere() throws IOException {
    Path key = SshServer.key(folder.resolve("key"), "ed25519", "");
    server.authorize(key);
    try (SshAgent agent = SshAgent.start(folder.resolve("agent"))) {
      agent.add(SshServer.key(folder.resolve("other"), "rsa", ""));
      agent.add(key);
      Files.delete(key);
      environment.put("SSH_AUTH_SOCK", agent.socket().toString());
      pushes();
    }
  }

  @Test
  void anAgentThatIsGoneDoesNotPreventTheKeyInAFile() throws IOException {
    server.authorize(SshServer.key(home.resolve(".ssh/id_ed25519"), "ed25519", ""));
    environment.put("SSH_AUTH_SOCK", folder.resolve("gone").toString());
    pushes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy:", "somebody@deploy:", "ssh://deploy"})
  void anAliasOfTheConfigurationIsAHost(String address) throws IOException {
    server.authorize(SshServer.key(folder.resolve("key"), "ed25519", ""));
    Files.writeString(folder.resolve("hosts"), server.knownHost(hostKey));
    Files.delete(home.resolve(".ssh/known_hosts"));
    Files.writeString(
        home.resolve(".ssh/config"),
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
    fixture.repository =
        address.replace("somebody", System.getProperty("user.name")) + fixture.bare;
    pushes();
  }

  @Test
  void hashedKnownHostsAreRead() throws IOException {
    server.authorize(SshServer.key(home.resolve(".ssh/id_ed25519"), "ed25519", ""));
    Path known = home.resolve(".ssh/known_hosts");
    SshServer.run(List.of("ssh-keygen", "-H", "-f", known.toString()));
    assertThat(Files.readString(known)).startsWith("|1|").doesNotContain("127.0.0.1");
    pushes();
  }

  private void pushes() throws IOException {
    Result<Published> result = fixture.publish(ACME);
    assertThat(result.diagnostics()).as(server.log()).isEmpty();
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.PUSHED);
    assertThat(fixture.show("tenants/acme")).isEqualTo("1");
    assertThat(fixture.ending(ACME)).isEqualTo(Ending.NOTHING_TO_COMMIT);
  }
}
