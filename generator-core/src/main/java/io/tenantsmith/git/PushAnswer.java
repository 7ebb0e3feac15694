package io.tenantsmith.git;

/**
 * What became of moving a ref.
 *
 * @param words the server's message, not yet escaped for printing; may be empty
 */
public record PushAnswer(Kind kind, String words) {

  /** What became of it. */
  public enum Kind {
    /** The ref holds the commit. */
    DONE,
    /** Somebody else moved or holds the ref; worth another attempt. */
    LOST,
    /** The repository does not want it. */
    REFUSED,
    /** The connection broke; the ref may hold the commit or not. */
    UNKNOWN
  }

  static PushAnswer done() {
    return new PushAnswer(Kind.DONE, "");
  }

  static PushAnswer lost(String words) {
    return new PushAnswer(Kind.LOST, words);
  }

  static PushAnswer refused(String words) {
    return new PushAnswer(Kind.REFUSED, words);
  }

  static PushAnswer unknown(String words) {
    return new PushAnswer(Kind.UNKNOWN, words);
  }
}
