package io.tenantsmith.engine;

import java.util.Optional;

/** The person at the terminal, if there is one. */
@FunctionalInterface
public interface Questions {

  /** Nobody is there. */
  Questions NONE = (question, usual) -> Optional.empty();

  /**
   * Asks one question.
   *
   * @param usual what an empty answer means; shown beside the question unless it is empty
   * @return the answer without blanks around it; empty if nobody is there
   */
  Optional<String> ask(String question, String usual);

  /** Shows what the next question is about, as a summary shows it. */
  default void show(CommandResult proposed) {}
}
