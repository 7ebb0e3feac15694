package io.tenantsmith.git.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tenantsmith.harness.GivenSurroundings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SshSessionsTest {

  @TempDir Path home;

  @Test
  @Timeout(10)
  void aServerThatAcceptsAndKeepsSilentIsLeftAfterTheTimeThatWasGiven() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        SshSessions sessions =
            SshSessions.of(new GivenSurroundings(home, Map.of()), Duration.ofMillis(300))) {
      URIish uri = new URIish("ssh://git@127.0.0.1:" + silent.getLocalPort() + "/x");
      Throwable thrown = catchThrowable(() -> sessions.getSession(uri, null, FS.DETECTED, 5000));
      assertThat(thrown)
          .isInstanceOf(TransportException.class)
          .hasCauseInstanceOf(SocketTimeoutException.class);
      assertThat(Thread.interrupted()).as("an interruption that is left over").isFalse();
    }
  }
}
