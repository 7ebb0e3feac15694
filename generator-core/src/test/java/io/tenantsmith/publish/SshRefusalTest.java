package io.tenantsmith.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.harness.SshAgent;
import io.tenantsmith.harness.SshServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads who is not let in by the sshd of the machine. */
class SshRefusalTest {

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

  private Path key(String name, String passphrase) throws IOException {
    return SshServer.key(user.ssh(name), "ed25519", passphrase);
  }

  @Test
  void anUnknownHostIsShownWithItsFingerprintAndTheStepToTrustIt() throws IOException {
    server.authorize(key("id_ed25519", ""));
    user.knowsHost("");
    assertThat(user.failsWith(Code.PUB725))
        .startsWith("is on a host that is not known: [127.0.0.1]:" + server.port() + " shows")
        .contains(
            "ssh-ed25519 " + SshServer.fingerprint(hostKey),
            "~/.ssh/known_hosts",
            "ssh-keyscan -t ed25519 -p " + server.port() + " 127.0.0.1 >> ~/.ssh/known_hosts");
  }

  @Test
  void noConfigurationMakesAStrangerTrusted() throws IOException {
    server.authorize(key("id_ed25519", ""));
    user.knowsHost("");
    Files.writeString(
        user.ssh("config"), "StrictHostKeyChecking no\nUserKnownHostsFile " + user.ssh("other"));
    assertThat(user.failsWith(Code.PUB725)).contains(">> ~/.ssh/other");
    assertThat(user.ssh("other")).doesNotExist();
    assertThat(user.ssh("known_hosts")).isEmptyFile();
  }

  @Test
  void aChangedHostIsLouderAndHasBothFingerprints() throws IOException {
    Path other = key("id_ed25519", "");
    server.authorize(other);
    user.knowsHost(server.knownHost(other));
    assertThat(user.failsWith(Code.PUB726))
        .contains("SHOWS ANOTHER KEY THAN BEFORE", SshServer.fingerprint(hostKey))
        .contains("is known by ssh-ed25519 " + SshServer.fingerprint(other))
        .contains("ssh-keygen -R '[127.0.0.1]:" + server.port() + "' -f ~/.ssh/known_hosts");
  }

  @Test
  void aRevokedKeyIsNoUnknownOne() throws IOException {
    server.authorize(key("id_ed25519", ""));
    user.knowsHost("@revoked * " + server.knownHost(hostKey).split(" ", 2)[1]);
    assertThat(user.failsWith(Code.PUB726))
        .contains("SHOWS A REVOKED KEY", SshServer.fingerprint(hostKey))
        .doesNotContain("ssh-keyscan");
  }

  @Test
  void withoutAnyKeyTheHintMakesOne() {
    assertThat(user.failsWith(Code.PUB727))
        .startsWith("lets nobody in as " + System.getProperty("user.name") + ": there is no key in")
        .contains("make a key with ssh-keygen", "TENANTSMITH_SSH_KEY");
  }

  @Test
  void keysThatAreNotAcceptedAreNamed() throws IOException {
    Path file = key("id_ed25519", "");
    Path held = SshServer.key(folder.resolve("held"), "ed25519", "");
    server.authorize(SshServer.key(folder.resolve("right"), "ed25519", ""));
    try (SshAgent agent = SshAgent.start(folder.resolve("agent"))) {
      agent.add(held);
      user.environment.put("SSH_AUTH_SOCK", agent.socket().toString());
      assertThat(user.failsWith(Code.PUB727))
          .contains("it accepts none of ~/.ssh/id_ed25519 (" + SshServer.fingerprint(file) + ")")
          .contains("the agent's " + SshServer.fingerprint(held) + " (made by a test)")
          .contains("register the public half");
    }
  }

  @Test
  void aKeyWhosePassphraseNobodyGaveIsNamed() throws IOException {
    server.authorize(key("id_ed25519", "open sesame"));
    assertThat(user.failsWith(Code.PUB727))
        .contains("~/.ssh/id_ed25519 has a passphrase that was not given")
        .contains("TENANTSMITH_SSH_PASSPHRASE", "ssh-add");
    user.environment.put("TENANTSMITH_SSH_PASSPHRASE", "open pepper");
    assertThat(user.failsWith(Code.PUB727))
        .contains("~/.ssh/id_ed25519 has another passphrase than the given")
        .contains("correct the passphrase in TENANTSMITH_SSH_PASSPHRASE")
        .doesNotContain("pepper");
  }

  @Test
  void whatIsNoKeyIsNamed() throws IOException {
    Files.writeString(user.ssh("id_rsa"), "PuTTY-User-Key-File-9: nonsense\n");
    user.environment.put("SSH_AUTH_SOCK", folder.resolve("gone").toString());
    assertThat(user.failsWith(Code.PUB727))
        .contains("~/.ssh/id_rsa", "no ssh-agent answers at " + folder.resolve("gone"));
  }

  @Test
  void aFormatThatJavaDoesNotReadIsSaidWithTheWayOut() throws IOException {
    String[] size = {"-b", "2048", "-m", "PKCS8"};
    server.authorize(SshServer.key(user.ssh("id_rsa"), "rsa", "open sesame", size));
    user.environment.put("TENANTSMITH_SSH_PASSPHRASE", "open sesame");
    assertThat(user.failsWith(Code.PUB727))
        .contains("~/.ssh/id_rsa is in a format that Java does not read")
        .contains("ssh-keygen -p -f");
  }

  @Test
  void aNamedKeyThatIsNotThereIsSaidBeforeAnybodyIsAsked() {
    user.environment.put("TENANTSMITH_SSH_KEY", folder.resolve("nowhere").toString());
    assertThat(user.failsWith(Code.PUB727))
        .contains("TENANTSMITH_SSH_KEY names " + folder.resolve("nowhere") + ", which is no file");
  }

  @Test
  void tooManyKeysAreNotTakenForWrongOnes() throws IOException {
    key("id_ed25519", "");
    SshServer.key(user.ssh("id_ecdsa"), "ecdsa", "");
    try (SshServer few =
        SshServer.start(folder.resolve("few"), List.of(hostKey), "MaxAuthTries 1")) {
      user.fixture.repository = few.address(user.fixture.bare);
      user.knowsHost(few.knownHost(hostKey));
      assertThat(user.failsWith(Code.PUB727))
          .startsWith("hung up after too many keys")
          .contains("IdentitiesOnly yes");
    }
  }

  @Test
  void aRepositoryThatIsNotOnTheHostIsSaidInTheWordsOfTheHost() throws IOException {
    server.authorize(key("id_ed25519", ""));
    user.fixture.repository = server.address(folder.resolve("nowhere.git"));
    assertThat(user.failsWith(Code.PUB729)).contains("correct the path");
  }

  @Test
  void aKeyThatMayOnlyReadIsSaidAfterOneAttempt() throws IOException {
    Path rights =
        Files.writeString(
            folder.resolve("rights"),
            "case \"$SSH_ORIGINAL_COMMAND\" in git-receive-pack*) exit 1;; esac\n"
                + "eval \"$SSH_ORIGINAL_COMMAND\"\n");
    try (SshServer careful =
        SshServer.start(folder.resolve("sshd"), List.of(hostKey), "ForceCommand sh " + rights)) {
      careful.authorize(key("id_ed25519", ""));
      user.fixture.repository = careful.address(user.fixture.bare);
      user.knowsHost(careful.knownHost(hostKey));
      assertThat(user.failsWith(Code.PUB729))
          .startsWith("may be read with our key, but not written")
          .contains("let the key write");
      assertThat(careful.log().lines().filter(line -> line.contains("Accepted publickey")))
          .as("to list, to push, and to look whether reading works")
          .hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void aHookSpeaksOverSsh() throws IOException {
    server.authorize(key("id_ed25519", ""));
    Path hook = user.fixture.bare.resolve("hooks/pre-receive");
    Files.createDirectories(hook.getParent());
    String reason = "this branch is protected, " + "a long word ".repeat(10) + "ask the platform";
    Files.writeString(hook, "#!/bin/sh\necho '" + reason + "' >&2\nexit 1\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    Result<Published> result = user.fixture.publish(SshFixture.ACME);
    assertThat(PublishFixture.codes(result)).containsExactly(Code.PUB723);
    assertThat(result.diagnostics().get(0).message()).contains(reason);
  }

  @Test
  void whereNobodyListensTheNetworksWordsAreSaid() throws IOException {
    user.fixture.repository = "ssh://git@127.0.0.1:" + SshServer.freePort() + "/x";
    assertThat(user.failsWith(Code.PUB701))
        .startsWith("cannot be reached: nothing listens at 127.0.0.1:")
        .contains(" (connection refused)\n");
    user.fixture.repository = "git@nowhere.invalid:x";
    assertThat(user.failsWith(Code.PUB701)).contains("no host has the name nowhere.invalid");
  }

  @Test
  void aServerThatHangsUpSpeaksSomethingElse() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread rude = new Thread(() -> hangUp(socket));
      rude.setDaemon(true);
      rude.start();
      user.fixture.repository = "ssh://git@127.0.0.1:" + socket.getLocalPort() + "/x";
      assertThat(user.failsWith(Code.PUB728)).contains("check host and port");
    }
  }

  @Test
  void aServerWithOtherCiphersOnlyIsSaid() throws IOException {
    try (SshServer modern =
        SshServer.start(
            folder.resolve("modern"),
            List.of(hostKey),
            "KexAlgorithms sntrup761x25519-sha512@openssh.com")) {
      user.fixture.repository = modern.address(user.fixture.bare);
      user.knowsHost(modern.knownHost(hostKey));
      assertThat(user.failsWith(Code.PUB728)).contains("kex algorithms", "curve25519-sha256");
    }
  }

  @Test
  void aProgramOfTheConfigurationIsNotStarted() throws IOException {
    Files.writeString(
        user.ssh("config"),
        "Host nowhere.invalid\n  ProxyCommand touch " + folder.resolve("ran") + "\n");
    user.fixture.repository = "git@nowhere.invalid:x";
    assertThat(user.failsWith(Code.PUB728)).contains("ProxyCommand", "ProxyJump");
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  private static void hangUp(ServerSocket socket) {
    try {
      while (true) {
        socket.accept().close();
      }
    } catch (IOException e) {
      // The test is over.
      return;
    }
  }
}
