package io.tenantsmith.edit;

/**
 * A line of an edited file, or of the file before.
 *
 * @param number in the file before where it was removed, else in the edited one; from 1
 * @param text without its line break
 */
public record EditedLine(Kind kind, int number, String text) {

  /** What became of a line. */
  public enum Kind {
    KEPT(' '),
    REMOVED('-'),
    ADDED('+');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }

    /** The sign in front of the line, as {@code diff} writes it. */
    public char sign() {
      return sign;
    }
  }
}
