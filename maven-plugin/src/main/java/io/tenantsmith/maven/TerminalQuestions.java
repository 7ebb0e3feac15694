package io.tenantsmith.maven;

import io.tenantsmith.engine.Questions;
import java.io.Console;
import java.util.Optional;

/** Asks on the terminal in which Maven runs. */
final class TerminalQuestions implements Questions {

  private final Console console;

  private TerminalQuestions(Console console) {
    this.console = console;
  }

  /** From Java 22 to 24 there is one without a terminal, too: then the first answer is missing. */
  @SuppressWarnings("SystemConsoleNull")
  static Questions ofThisProcess() {
    Console console = System.console();
    return console == null ? Questions.NONE : new TerminalQuestions(console);
  }

  @Override
  public Optional<String> ask(String question, String usual) {
    console.printf("%s", question + (usual.isEmpty() ? ": " : " [" + usual + "]: "));
    console.flush();
    String answer = console.readLine();
    return answer == null
        ? Optional.empty()
        : Optional.of(answer.isBlank() ? usual : answer.strip());
  }
}
