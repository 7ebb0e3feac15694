package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.CaseFile.Section;
import io.tenantsmith.harness.Scenario;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that takes a connection and never says a word: a plan ends after half a minute. */
class SilentRemotePlanTest {

  @TempDir Path folder;

  @Test
  void thePlanIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String address = "https://localhost:" + silent.getLocalPort() + "/gitops.git";
      Scenario scenario =
          new Scenario(folder.resolve("fleet"), Path.of("src/test/resources/cases/base"));
      scenario.take(
          section("add fleet.yaml", "publish: {repository: \"%s\"}\n".formatted(address)));
      long start = System.nanoTime();
      scenario.take(section("run", "plan --base published"));
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
      assertThat(scenario.said())
          .contains(
              "error PUB701: publish.repository %s cannot be reached: localhost has not answered for 30 s"
                  .formatted(address))
          .contains("outcome: ENVIRONMENT_FAILED");
      assertThat(Outcome.ENVIRONMENT_FAILED.exitCode()).isEqualTo(4);
    }
  }

  private static Section section(String head, String body) {
    return new Section(head, new StringBuilder(body));
  }
}
