package io.tenantsmith.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.harness.GivenSurroundings;
import io.tenantsmith.harness.SshServer;
import io.tenantsmith.surroundings.Surroundings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that takes a connection and never says a word. */
class SilentServerTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"https", "ssh"})
  void itIsGivenUp(String scheme) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      isGivenUp(scheme + "://localhost:" + silent.getLocalPort() + "/gitops.git", 1);
    }
  }

  @Test
  void aHostThatLetsUsInAndThenKeepsSilentIsGivenUp() throws Exception {
    SshServer.assumeInstalled();
    Path host = SshServer.key(folder.resolve("host"), "ed25519", "");
    Path key = SshServer.key(folder.resolve(".ssh/id_ed25519"), "ed25519", "");
    try (SshServer server =
        SshServer.start(folder.resolve("sshd"), List.of(host), "ForceCommand exec sleep 20")) {
      server.authorize(key);
      Files.writeString(folder.resolve(".ssh/known_hosts"), server.knownHost(host));
      isGivenUp(server.address(folder.resolve("gitops.git")), 3);
    }
  }

  private void isGivenUp(String address, int seconds) throws Exception {
    Duration limit = Duration.ofSeconds(seconds);
    URIish uri = new URIish(address);
    Surroundings surroundings = new GivenSurroundings(folder, Map.of());
    GitSystem.install(surroundings);
    Transports transports = Transports.to(uri, surroundings, limit);
    Refs refs = Refs.of("main", "main");
    try (RemoteRepository repository =
        RemoteRepository.open(transports, surroundings, refs, SourceRange.ofFile("fleet.yaml"))) {
      long start = System.nanoTime();
      assertThatThrownBy(repository::fetch)
          .isInstanceOfSatisfying(
              UnreachableException.class,
              thrown -> {
                assertThat(thrown.failure().code()).isEqualTo(Code.PUB701);
                assertThat(thrown.failure().fact())
                    .isEqualTo(
                        "cannot be reached: %s has not answered for %d s", uri.getHost(), seconds);
              });
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit.multipliedBy(10));
    }
  }

  @Test
  void itIsWaitedForThirtySeconds() {
    assertThat(Transports.LIMIT).isEqualTo(Duration.ofSeconds(30));
  }
}
