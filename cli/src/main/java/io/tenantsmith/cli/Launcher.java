package io.tenantsmith.cli;

import io.tenantsmith.surroundings.Surroundings;
import picocli.CommandLine;

/** The main class of the launcher jar. */
public final class Launcher {

  private Launcher() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    // From Java 22 on System.console() is also there when output is piped, unless it is told not
    // to.
    System.setProperty("jdk.console", "java.base");
    System.exit(run(Screen.ofThisProcess(Surroundings.ofThisProcess()), args));
  }

  /** Runs one command on a screen and gives the exit code. */
  static int run(Screen screen, String... args) {
    CommandLine commands = commands(screen);
    Failures failures = new Failures(screen);
    commands.setParameterExceptionHandler(failures::wrongUsage);
    commands.setExecutionExceptionHandler(failures::broken);
    try {
      return commands.execute(args);
    } finally {
      screen.flush();
    }
  }

  private static CommandLine commands(Screen screen) {
    return new CommandLine(new TopCommand())
        .addSubcommand(new ValidateCommand(screen))
        .addSubcommand(new GenerateCommand(screen))
        .addSubcommand(new CheckCommand(screen))
        .addSubcommand(new PublishCommand(screen))
        .setOut(screen.outWriter())
        .setErr(screen.errWriter())
        .setUsageHelpWidth(100)
        .setColorScheme(CommandLine.Help.defaultColorScheme(screen.ansi()));
  }
}
