package io.tenantsmith.cli;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, and what was probably meant.
 *
 * @param fact one line
 * @param advice one line; empty where only the help could tell more
 */
record UsageMistake(String fact, Optional<String> advice) {

  /** As the command help words it. */
  private static final Pattern UNKNOWN_TOPIC = Pattern.compile("Unknown subcommand '(.*)'\\.?");

  /** The mistake behind an exception of the parser. */
  static UsageMistake of(ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    String words = String.valueOf(problem.getMessage());
    Matcher topic = UNKNOWN_TOPIC.matcher(words);
    if (topic.matches()) {
      return unknownCommand(topic.group(1), top(command));
    }
    return problem instanceof UnmatchedArgumentException unmatched
        ? unmatched(unmatched.getUnmatched(), command)
        : new UsageMistake(OneLine.of(words), form(words, command));
  }

  /** Of a plan, --format is that of its diagnostics; whoever wants another form is told so. */
  private static Optional<String> form(String words, CommandLine command) {
    return command.getCommandName().equals("plan") && words.contains("'--format'")
        ? Optional.of("how the plan is shown is said by --form text, markdown, json or html")
        : Optional.empty();
  }

  /** The first one counts: what follows an unknown option is its value, most likely. */
  private static UsageMistake unmatched(List<String> arguments, CommandLine command) {
    String first = arguments.get(0);
    boolean isTop = command.getParent() == null;
    if (first.startsWith("-")) {
      return isTop ? misplacedOption(first, command) : unknownOption(first, command);
    }
    return isTop
        ? unknownCommand(first, command)
        : new UsageMistake(
            command.getCommandName() + " takes no argument " + Quoted.quote(first),
            Optional.empty());
  }

  private static UsageMistake unknownCommand(String name, CommandLine top) {
    List<String> known =
        top.getSubcommands().entrySet().stream()
            .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
            .map(each -> each.getKey())
            .toList();
    return new UsageMistake(
        "there is no command " + Quoted.quote(name), Optional.of(Suggestion.hint(name, known)));
  }

  private static UsageMistake unknownOption(String argument, CommandLine command) {
    return new UsageMistake(
        command.getCommandName() + " has no option " + Quoted.quote(name(argument)),
        Suggestion.closest(name(argument), names(command))
            .map(word -> "did you mean " + Quoted.quote(word) + "?"));
  }

  /** An option of the commands that stands before the command. */
  private static UsageMistake misplacedOption(String argument, CommandLine top) {
    boolean known =
        top.getSubcommands().values().stream()
            .anyMatch(command -> names(command).contains(name(argument)));
    return known
        ? new UsageMistake(
            name(argument) + " is an option of commands",
            Optional.of("write it behind one: tenantsmith COMMAND " + name(argument)))
        : unknownOption(argument, top);
  }

  private static List<String> names(CommandLine command) {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      names.addAll(List.of(option.names()));
    }
    return names;
  }

  /** An option without the value behind its equals sign. */
  private static String name(String argument) {
    int equals = argument.indexOf('=');
    return equals < 0 ? argument : argument.substring(0, equals);
  }

  private static CommandLine top(CommandLine command) {
    CommandLine at = command;
    while (at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }
}
