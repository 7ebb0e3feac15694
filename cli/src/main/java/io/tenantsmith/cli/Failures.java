package io.tenantsmith.cli;

import io.tenantsmith.engine.Outcome;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What people see when a command could not run: one line, and what to do. */
final class Failures {

  private final Screen screen;

  Failures(Screen screen) {
    this.screen = screen;
  }

  /** The command line was wrong. */
  int wrongUsage(ParameterException problem, String[] args) {
    UsageMistake mistake = UsageMistake.of(problem);
    PrintWriter err = screen.errWriter();
    err.println("tenantsmith: " + mistake.fact());
    mistake.advice().ifPresent(err::println);
    CommandLine command = problem.getCommandLine();
    String help =
        command.getCommandName().equals("help")
            ? "tenantsmith help"
            : command.getCommandSpec().qualifiedName() + " --help";
    err.println("Try: " + help);
    err.flush();
    return ExitCode.USAGE;
  }

  /**
   * The command threw; disk and network do so, otherwise it is a bug. At the end of the process
   * anything may be gone, and nobody waits for what comes of it.
   */
  int broken(Exception problem, CommandLine command, @Nullable ParseResult parsed) {
    if (screen.surroundings().isEnding()) {
      return Outcome.ENVIRONMENT_FAILED.exitCode();
    }
    if (problem instanceof UncheckedIOException) {
      say("tenantsmith: " + OneLine.of(text(problem)));
      return Outcome.ENVIRONMENT_FAILED.exitCode();
    }
    say("tenantsmith: internal error: " + OneLine.of(problem.toString()));
    if (command.getCommand() instanceof ToolCommand tool && tool.debug()) {
      problem.printStackTrace(screen.errWriter());
    } else {
      say("Please report it to the project, with what --debug shows in addition.");
    }
    screen.flush();
    return ExitCode.BUG;
  }

  private void say(String line) {
    screen.errWriter().println(line);
    screen.flush();
  }

  private static String text(Exception problem) {
    return problem.getMessage() == null ? problem.toString() : problem.getMessage();
  }
}
