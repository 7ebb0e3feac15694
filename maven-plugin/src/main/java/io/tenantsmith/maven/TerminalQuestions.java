package io.tenantsmith.maven;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.CommandResult;
import io.tenantsmith.engine.Questions;
import io.tenantsmith.engine.ReportText;
import java.io.Console;
import java.util.Optional;

/** Asks on the terminal in which Maven runs. */
final class TerminalQuestions implements Questions {

  private final Console console;
  private final FileNames names;

  private TerminalQuestions(Console console, FileNames names) {
    this.console = console;
    this.names = names;
  }

  /** From Java 22 to 24 there is one without a terminal, too: then the first answer is missing. */
  @SuppressWarnings("SystemConsoleNull")
  static Questions ofThisProcess(FileNames names) {
    Console console = System.console();
    return console == null ? Questions.NONE : new TerminalQuestions(console, names);
  }

  @Override
  public void show(CommandResult proposed) {
    ReportText.summary(proposed, names, Style.PLAIN).forEach(line -> console.printf("%s%n", line));
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
