package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.EditResult;
import io.tenantsmith.engine.Questions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks a person whether to write an edit. Only a clear yes is one. */
final class Consent {

  private static final Set<String> YES = Set.of("y", "yes");
  private static final Set<String> NO = Set.of("n", "no");

  private Consent() {}

  /**
   * What the person says; empty if nobody is there.
   *
   * @param doubts what speaks against it, or is not known: to be read before the answer
   */
  static Optional<Boolean> to(EditResult proposed, List<Diagnostic> doubts, Questions questions) {
    questions.show(proposed.withDoubts(doubts));
    String question = "Write " + proposed.edit().file() + " (yes, no)";
    while (true) {
      Optional<String> answer = questions.ask(question, "no");
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      String word = answer.get().toLowerCase(Locale.ROOT);
      if (YES.contains(word) || NO.contains(word)) {
        return Optional.of(YES.contains(word));
      }
    }
  }
}
