package io.tenantsmith.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The sshd of the machine on a port of loopback, with keys and a configuration of its own; nobody's
 * own {@code ~/.ssh} is read. Whoever runs the test logs in, with a key that the test made.
 */
public final class SshServer implements AutoCloseable {

  private final Path folder;
  private final int port;
  private final Process process;

  private SshServer(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Skips the test, loudly, where the programs of OpenSSH are not installed. */
  public static void assumeInstalled() {
    if (sshd().isEmpty() || program("ssh-keygen").isEmpty() || program("ssh-agent").isEmpty()) {
      String message =
          "skipped: sshd, ssh-keygen or ssh-agent is not here (Debian: openssh-server)";
      System.out.println(message);
      abort(message);
    }
  }

  /**
   * Starts a server.
   *
   * @param hostKeys files of private keys
   * @param more lines of the configuration
   */
  public static SshServer start(Path folder, List<Path> hostKeys, String... more)
      throws IOException {
    Files.createDirectories(folder);
    int port = freePort();
    StringBuilder config = new StringBuilder();
    config.append("Port ").append(port).append("\nListenAddress 127.0.0.1\nPidFile none\n");
    hostKeys.forEach(key -> config.append("HostKey ").append(key).append('\n'));
    config.append("AuthorizedKeysFile ").append(folder.resolve("authorized_keys")).append('\n');
    config.append("StrictModes no\nUsePAM no\nPasswordAuthentication no\n");
    config.append("KbdInteractiveAuthentication no\nSetEnv GIT_CONFIG_GLOBAL=/dev/null\n");
    Stream.of(more).forEach(line -> config.append(line).append('\n'));
    Path file = Files.writeString(folder.resolve("sshd_config"), config);
    Files.writeString(folder.resolve("authorized_keys"), "");
    if (Files.isWritable(Path.of("/run"))) {
      // Root's sshd wants it; elsewhere the system makes it when the service starts.
      Files.createDirectories(Path.of("/run/sshd"));
    }
    Process process =
        new ProcessBuilder(sshd().orElseThrow(), "-D", "-e", "-f", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    SshServer server = new SshServer(folder, port, process);
    server.awaitPort();
    return server;
  }

  /** Makes a pair of keys; the public one lies beside it with the suffix {@code .pub}. */
  public static Path key(Path file, String type, String passphrase, String... options)
      throws IOException {
    Files.createDirectories(file.getParent());
    Stream<String> fixed =
        Stream.of("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-C", "made by a test", "-f");
    run(
        Stream.concat(Stream.concat(fixed, Stream.of(file.toString())), Stream.of(options))
            .toList());
    return file;
  }

  /** Has an authority sign a key; the certificate lies beside it. */
  public static void certify(Path authority, Path key, String... options) throws IOException {
    Stream<String> fixed = Stream.of("ssh-keygen", "-q", "-s", authority.toString(), "-I", "test");
    Stream<String> file = Stream.of(publicHalf(key).toString());
    run(Stream.concat(Stream.concat(fixed, Stream.of(options)), file).toList());
  }

  /** Runs a program of OpenSSH and expects it to succeed. */
  public static String run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    assertThat(process.exitValue()).as(command + " said: " + out).isZero();
    return out.strip();
  }

  /** Lets the owner of that key in, and nobody else. */
  public void authorize(Path key, String... more) throws IOException {
    StringBuilder lines = new StringBuilder(Files.readString(publicHalf(key)));
    for (String line : more) {
      lines.append(line).append('\n');
    }
    Files.writeString(folder.resolve("authorized_keys"), lines);
  }

  /** The line by which clients know this server with that host key. */
  public String knownHost(Path hostKey) throws IOException {
    String[] parts = Files.readString(publicHalf(hostKey)).split(" ", -1);
    return "[127.0.0.1]:" + port + " " + parts[0] + " " + parts[1] + "\n";
  }

  /** The kind and the fingerprint of a key. */
  public static String fingerprint(Path key) throws IOException {
    return run(List.of("ssh-keygen", "-l", "-f", publicHalf(key).toString())).split(" ", -1)[1];
  }

  /** The address of a repository on this server. */
  public String address(Path repository) {
    return "ssh://" + System.getProperty("user.name") + "@127.0.0.1:" + port + repository;
  }

  public int port() {
    return port;
  }

  /** What the server wrote about it. */
  public String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static Path publicHalf(Path key) {
    return key.resolveSibling(key.getFileName() + ".pub");
  }

  private void awaitPort() throws IOException {
    for (int tries = 0; tries < 200; tries++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException e) {
        pause();
      }
      assertThat(process.isAlive()).as("sshd ended: " + log()).isTrue();
    }
    throw new IOException("sshd does not listen: " + log());
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(25);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** A port that nobody listens on. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Optional<String> sshd() {
    return program("sshd");
  }

  private static Optional<String> program(String name) {
    Stream<String> path = Stream.of(System.getenv("PATH").split(":", -1));
    return Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
