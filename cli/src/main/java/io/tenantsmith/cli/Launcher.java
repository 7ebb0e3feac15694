package io.tenantsmith.cli;

import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.surroundings.Surroundings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The main class of the launcher jar. */
public final class Launcher {

  private Launcher() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    // From Java 22 on System.console() exists even when output is piped, unless this is set.
    System.setProperty("jdk.console", "java.base");
    Runtime.getRuntime().addShutdownHook(new Thread(Launcher::hush, "hush"));
    System.exit(run(Screen.ofThisProcess(Surroundings.ofThisTerminal()), args));
  }

  /** A library that is interrupted by Ctrl-C prints a stack trace; reports do not come this way. */
  private static void hush() {
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  /** Runs one command on a screen and returns the exit code. */
  static int run(Screen screen, String... args) {
    CommandLine commands = commands(screen, named(args));
    Failures failures = new Failures(screen);
    commands.setParameterExceptionHandler(failures::wrongUsage);
    commands.setExecutionExceptionHandler(failures::broken);
    try {
      return commands.execute(args);
    } finally {
      screen.flush();
    }
  }

  private static ToolCommand command(CommandName name, Screen screen) {
    return switch (name) {
      case INIT -> new InitCommand(screen);
      case NEW -> new NewCommand(screen);
      case VALIDATE -> new ValidateCommand(screen);
      case PLAN -> new PlanCommand(screen);
      case GENERATE -> new GenerateCommand(screen);
      case CHECK -> new CheckCommand(screen);
      case EXPLAIN -> new ExplainCommand(screen);
      case PUBLISH -> new PublishCommand(screen);
      case OFFBOARD -> new OffboardCommand(screen);
      case RESTORE -> new RestoreCommand(screen);
      case CERTIFICATE -> new CertificateCommand(screen);
      case PROMOTE -> new PromoteCommand(screen);
      case DOCTOR -> new DoctorCommand(screen);
    };
  }

  /** All commands, as they are parsed and explained on that screen. */
  static CommandLine commands(Screen screen) {
    return commands(screen, List.of(CommandName.values()));
  }

  /**
   * The commands that are needed to understand a command line: where the first word is a command,
   * that one. To read the options of all of them takes a sixth of a short run.
   */
  private static List<CommandName> named(String... args) {
    List<CommandName> all = List.of(CommandName.values());
    return all.stream()
        .filter(name -> args.length > 0 && name.label().equals(args[0]))
        .findFirst()
        .map(List::of)
        .orElse(all);
  }

  private static CommandLine commands(Screen screen, List<CommandName> names) {
    CommandLine commands = new CommandLine(new TopCommand());
    for (CommandName name : names) {
      CommandLine each = new CommandLine(command(name, screen));
      exitCodes(name, each.getCommandSpec().usageMessage());
      commands.addSubcommand(name.label(), each);
    }
    commands.addSubcommand(new CompletionCommand(screen));
    commands.addSubcommand("help", new HelpCommand());
    return commands
        .setOut(screen.outWriter())
        .setErr(screen.errWriter())
        .setHelpFactory((spec, colours) -> help(screen, spec, colours))
        .setColorScheme(Help.defaultColorScheme(screen.ansi()));
  }

  /**
   * Leaves those that a command can end with: a guard is publish's, that something differs check's
   * and plan's.
   */
  private static void exitCodes(CommandName name, UsageMessageSpec usage) {
    Map<String, String> codes = new LinkedHashMap<>(usage.exitCodeList());
    if (name != CommandName.CHECK && name != CommandName.PLAN) {
      codes.remove(code(Outcome.CHANGES_FOUND));
    }
    if (name != CommandName.PUBLISH) {
      codes.remove(code(Outcome.GUARD_REFUSED));
    }
    usage.exitCodeList(codes);
  }

  private static String code(Outcome outcome) {
    int code = outcome.exitCode();
    return (code < 10 ? " " : "") + code;
  }

  private static Help help(Screen screen, CommandSpec spec, Help.ColorScheme colours) {
    UsageMessageSpec usage = spec.usageMessage();
    usage.width(HelpWidth.on(screen)).autoWidth(false);
    return new Help(spec, colours);
  }
}
