package io.tenantsmith.git;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of moving a ref.
 *
 * @param words the server's message, not yet escaped for printing; may be empty
 * @param broken why there is no answer, or null
 */
public record PushAnswer(Kind kind, String words, @Nullable UnreachableException broken) {

  /** What became of it. */
  public enum Kind {
    /** The ref holds the commit. */
    DONE,
    /** Somebody else moved or holds the ref; worth another attempt. */
    LOST,
    /** The repository does not want it. */
    REFUSED,
    /** The push cannot be made until somebody does something; the ref is where it was. */
    FAILED,
    /** The connection broke; the ref may hold the commit or not. */
    UNKNOWN
  }

  static PushAnswer done() {
    return new PushAnswer(Kind.DONE, "", null);
  }

  static PushAnswer lost(String words) {
    return new PushAnswer(Kind.LOST, words, null);
  }

  static PushAnswer refused(String words) {
    return new PushAnswer(Kind.REFUSED, words, null);
  }

  static PushAnswer unknown(String words) {
    return new PushAnswer(Kind.UNKNOWN, words, null);
  }

  static PushAnswer broken(UnreachableException cause, String words) {
    Kind kind = cause.failure().passing() ? Kind.UNKNOWN : Kind.FAILED;
    return new PushAnswer(kind, words, cause);
  }

  /** Why there is no answer, if there is none. */
  public Optional<UnreachableException> cause() {
    return Optional.ofNullable(broken);
  }
}
