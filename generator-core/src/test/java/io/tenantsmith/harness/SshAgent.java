package io.tenantsmith.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An agent of OpenSSH with a socket of its own. */
public final class SshAgent implements AutoCloseable {

  private final Path socket;
  private final Process process;

  private SshAgent(Path socket, Process process) {
    this.socket = socket;
    this.process = process;
  }

  /** Starts an agent without keys. */
  public static SshAgent start(Path socket) throws IOException {
    Process process =
        new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    for (int tries = 0; tries < 200 && !Files.exists(socket); tries++) {
      pause(process);
    }
    return new SshAgent(socket, process);
  }

  /** Hands the agent a key. */
  public void add(Path key) throws IOException {
    SshServer.run(List.of("env", "SSH_AUTH_SOCK=" + socket, "ssh-add", "-q", key.toString()));
  }

  public Path socket() {
    return socket;
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static void pause(Process process) throws IOException {
    try {
      if (process.waitFor(25, TimeUnit.MILLISECONDS)) {
        throw new IOException("ssh-agent ended with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
