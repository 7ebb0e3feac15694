package io.tenantsmith.git.ssh;

import io.tenantsmith.diagnostic.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Optional;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * What became of the key in a file, looked at again after a login failed.
 *
 * @param words for the user, with the file's name
 */
record KeyTrial(State state, String words) {

  /** How far a key came. */
  enum State {
    /** The server saw it and let nobody in. */
    OFFERED,
    /** It has a passphrase that nobody gave. */
    PROTECTED,
    /** It has a passphrase, but not the one that was given. */
    WRONG_PASSPHRASE,
    /** It is no key that Java can read. */
    UNREADABLE
  }

  static KeyTrial of(Path key, String shown, Optional<Passphrases.Trouble> trouble) {
    String name = Quoted.words(shown);
    if (trouble.isPresent()) {
      return switch (trouble.get()) {
        case NONE_GIVEN ->
            new KeyTrial(State.PROTECTED, name + " has a passphrase that was not given");
        case WRONG ->
            new KeyTrial(State.WRONG_PASSPHRASE, name + " has another passphrase than the given");
      };
    }
    try (InputStream stream = Files.newInputStream(key)) {
      Iterable<KeyPair> keys =
          SecurityUtils.loadKeyPairIdentities(
              null, new PathResource(key), stream, FilePasswordProvider.EMPTY);
      if (keys == null) {
        return new KeyTrial(State.UNREADABLE, name + " holds no private key");
      }
      String print = KeyUtils.getFingerPrint(keys.iterator().next().getPublic());
      return new KeyTrial(State.OFFERED, name + " (" + print + ")");
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      return new KeyTrial(
          State.UNREADABLE,
          name
              + " is in a format that Java does not read ("
              + Quoted.words(String.valueOf(e.getMessage()))
              + ")");
    }
  }
}
