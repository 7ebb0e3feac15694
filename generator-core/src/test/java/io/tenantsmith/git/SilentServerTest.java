package io.tenantsmith.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.surroundings.Surroundings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.Test;

/** A server that takes a connection and never says a word. */
class SilentServerTest {

  @Test
  void anHttpsServerIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Duration limit = Duration.ofSeconds(1);
      URIish uri = new URIish("https://localhost:" + silent.getLocalPort() + "/gitops.git");
      GitSystem.install(Surroundings.ofThisProcess());
      Transports transports = Transports.to(uri, Surroundings.ofThisProcess(), limit);
      Refs refs = Refs.of("main", "main");
      try (RemoteRepository repository =
          RemoteRepository.open(
              transports, Surroundings.ofThisProcess(), refs, SourceRange.ofFile("fleet.yaml"))) {
        long start = System.nanoTime();
        assertThatThrownBy(repository::fetch)
            .isInstanceOfSatisfying(
                UnreachableException.class,
                thrown -> {
                  assertThat(thrown.failure().code()).isEqualTo(Code.PUB701);
                  assertThat(thrown.failure().fact())
                      .isEqualTo("cannot be reached: localhost has not answered for 1 s");
                });
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit.multipliedBy(10));
      }
    }
  }

  @Test
  void itIsWaitedForThirtySeconds() {
    assertThat(Transports.LIMIT).isEqualTo(Duration.ofSeconds(30));
  }
}
