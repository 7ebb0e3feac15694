package io.tenantsmith.git.ssh;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.surroundings.Surroundings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the surroundings say about ssh. JGit sees no environment, so all of it is read here.
 *
 * @param home the folder that holds {@code .ssh}
 * @param key the one key that is used, where somebody named one
 * @param agent the socket of the agent
 */
record SshSettings(Path home, Optional<Path> key, Optional<String> agent) {

  /** Names the file of the private key; no other key is tried then. */
  static final String KEY = "TENANTSMITH_SSH_KEY";

  /** Holds the passphrase of the key. */
  static final String PASSPHRASE = "TENANTSMITH_SSH_PASSPHRASE";

  /** Names the agent's socket, as for every program that speaks ssh. */
  static final String AGENT = "SSH_AUTH_SOCK";

  static SshSettings of(Surroundings surroundings) {
    Path home = surroundings.home();
    return new SshSettings(
        home,
        present(surroundings, KEY).flatMap(text -> path(home, text)),
        present(surroundings, AGENT));
  }

  /** The folder with keys, known hosts and configuration. */
  Path folder() {
    return home.resolve(".ssh");
  }

  /** Refuses a key that was named but is not there, before anybody is asked for it. */
  void requireKey() throws SshFailure {
    if (key.isPresent() && !Files.isRegularFile(key.get())) {
      throw new SshFailure(
          Code.PUB727,
          "cannot be reached: "
              + KEY
              + " names "
              + Quoted.words(shown(key.get()))
              + ", which is no file",
          "correct " + KEY + ", or unset it to use the keys in ~/.ssh and the ssh-agent",
          null);
    }
  }

  /** A path as it is shown: the home folder is a tilde. */
  String shown(Path path) {
    return path.startsWith(home) ? "~/" + home.relativize(path) : path.toString();
  }

  private static Optional<String> present(Surroundings surroundings, String name) {
    return surroundings.environment(name).filter(text -> !text.isBlank());
  }

  private static Optional<Path> path(Path home, String text) {
    try {
      Path path = text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text);
      return Optional.of(path.toAbsolutePath());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
