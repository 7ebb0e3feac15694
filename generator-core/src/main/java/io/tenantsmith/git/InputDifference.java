package io.tenantsmith.git;

/**
 * An input file that is not as its commit holds it.
 *
 * @param file its path below the fleet's root
 */
public record InputDifference(String file, Kind kind) {

  /** What the difference is. */
  public enum Kind {
    /** It has another content. */
    CHANGED("changed"),
    /** The commit does not hold it. */
    UNTRACKED("not in it"),
    /** The commit holds it, and it was not read. */
    MISSING("missing here");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** A few words, seen from the commit. */
    public String words() {
      return words;
    }
  }
}
