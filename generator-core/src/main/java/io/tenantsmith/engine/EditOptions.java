package io.tenantsmith.engine;

/**
 * How a command edits a file.
 *
 * @param dryRun whether the edit is only shown
 * @param yes whether it is written without a question
 */
public record EditOptions(boolean dryRun, boolean yes) {

  /** A person is asked before anything is written. */
  public static final EditOptions ASK = new EditOptions(false, false);

  /** The option that answers the question beforehand. */
  public static final String YES = "yes";
}
