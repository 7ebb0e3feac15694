package io.tenantsmith.surroundings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is not input and may differ from run to run. Nothing of it may reach a rendered byte; it
 * serves commit times, locks, back-off, credentials and the way to a server only.
 */
public interface Surroundings {

  /** The surroundings of this process. */
  static Surroundings ofThisProcess() {
    return new ProcessSurroundings(false);
  }

  /** The surroundings of a process that may ask whoever sits at its terminal, if it has one. */
  static Surroundings ofThisTerminal() {
    return new ProcessSurroundings(true);
  }

  /** The present time. */
  Instant now();

  /** Id of this process. */
  long processId();

  /** Name of this machine, for lock files and messages. */
  String hostName();

  /** A random number from 0 (inclusive) to 1 (exclusive), for back-off. */
  double jitter();

  /** How many threads this process may keep busy at a time; at least one. */
  default int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Value of an environment variable, empty if it is not set. */
  Optional<String> environment(String name);

  /**
   * The folder of the user who runs this: what HOME says, else what the system knows of the user.
   */
  default Path home() {
    return environment("HOME")
        .filter(home -> !home.isBlank())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home")))
        .toAbsolutePath();
  }

  /**
   * Asks whoever watches for a secret, without showing what is typed; empty if nobody watches, as
   * in a pipeline.
   */
  default Optional<char[]> secret(String question) {
    return Optional.empty();
  }

  /** Value of a property of this Java, empty if it is not set. */
  default Optional<String> property(String name) {
    return Optional.ofNullable(System.getProperty(name));
  }

  /** How many bytes may be written where that file or folder is. */
  default long freeSpace(Path place) throws IOException {
    return Files.getFileStore(place).getUsableSpace();
  }

  /**
   * The proxy on the way to an https server, empty for a direct connection. Properties of this Java
   * come before variables of the environment.
   *
   * @throws ProxyProblem if a proxy is named that cannot be used
   */
  default Optional<HttpProxy> proxy(String host, int port) throws ProxyProblem {
    Optional<HttpProxy> own = JvmProxy.proxy(this, host, port);
    return own.isPresent() || JvmProxy.isConfigured(this)
        ? own
        : new ProxyVariables(this::environment).proxy(host, port);
  }

  /** Does something if the process is told to end, unless what this gives is closed before. */
  default AtExit atExit(Runnable task) {
    return AtExit.of(task);
  }

  /** Whether the process was told to end, so that what {@link #atExit} holds is being done. */
  default boolean isEnding() {
    return AtExit.isEnding();
  }

  /**
   * Waits.
   *
   * @throws InterruptedException if the thread was interrupted meanwhile
   */
  void sleep(Duration duration) throws InterruptedException;
}
