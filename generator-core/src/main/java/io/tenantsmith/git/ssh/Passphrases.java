package io.tenantsmith.git.ssh;

import io.tenantsmith.surroundings.Surroundings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.jspecify.annotations.Nullable;

/**
 * The passphrase of a key: from the environment, else asked of whoever watches. Nobody is asked
 * where nobody watches.
 */
final class Passphrases implements KeyPasswordProvider {

  private static final int ATTEMPTS = 3;

  private final SshSettings settings;
  private final Surroundings surroundings;
  private final Function<String, Optional<char[]>> asking;
  private final Map<Path, Trouble> troubles = new ConcurrentHashMap<>();

  Passphrases(
      SshSettings settings, Surroundings surroundings, Function<String, Optional<char[]>> asking) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.asking = asking;
  }

  /** Why a protected key could not be opened. */
  enum Trouble {
    /** Nobody gave a passphrase. */
    NONE_GIVEN,
    /** A passphrase was given, but it is not that of the key. */
    WRONG
  }

  /** What prevented a key from being opened; empty if it was opened or has no passphrase. */
  Optional<Trouble> trouble(Path key) {
    return Optional.ofNullable(troubles.get(key));
  }

  @Override
  public char @Nullable [] getPassphrase(URIish uri, int attempt) {
    Path key = Path.of(uri.getPath());
    Optional<char[]> given =
        attempt == 0
            ? surroundings.environment(SshSettings.PASSPHRASE).map(String::toCharArray)
            : Optional.empty();
    Optional<char[]> passphrase = given.or(() -> asked(key));
    troubles.put(
        key,
        passphrase.isPresent() ? Trouble.WRONG : troubles.getOrDefault(key, Trouble.NONE_GIVEN));
    return passphrase.orElse(null);
  }

  private Optional<char[]> asked(Path key) {
    return asking.apply("Passphrase of " + settings.shown(key) + ": ");
  }

  @Override
  public boolean keyLoaded(URIish uri, int attempt, @Nullable Exception error) {
    Path key = Path.of(uri.getPath());
    if (error == null) {
      troubles.remove(key);
      return false;
    }
    return attempt < ATTEMPTS && troubles.get(key) == Trouble.WRONG;
  }

  @Override
  public void setAttempts(int maxNumberOfAttempts) {
    // The number is ours: the ssh library would take it from a setting about login passwords.
  }
}
