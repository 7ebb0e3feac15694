package io.tenantsmith.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Arguments that the locale of the process can name; others are wrong usage. */
final class ArgumentText {

  /** The character that stands where an argument cannot be decoded in the locale of the process. */
  private static final String UNREADABLE = "\uFFFD";

  private ArgumentText() {}

  /** The argument as it is. */
  static String of(CommandSpec spec, String argument) {
    if (argument.contains(UNREADABLE)) {
      throw unreadable(spec);
    }
    return argument;
  }

  /** The path that an argument names. */
  static Path path(CommandSpec spec, String argument) {
    try {
      return Path.of(of(spec, argument));
    } catch (InvalidPathException e) {
      throw unreadable(spec);
    }
  }

  private static ParameterException unreadable(CommandSpec spec) {
    return new ParameterException(
        spec.commandLine(),
        "a path holds characters that the locale of this process cannot name;"
            + " set LC_ALL=C.UTF-8 and try again");
  }
}
