package io.tenantsmith.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The options that a text tells its reader to use, against those that the commands have: {@code
 * --take-generated} belongs to the command that prints the text, {@code generate --take-generated}
 * to the one that it names. What other programs are told, for instance {@code git}, is theirs.
 */
public final class NamedOptions {

  private static final Path LIST = Path.of("../cli/src/test/resources/options.txt");
  private static final Pattern OPTION =
      Pattern.compile("(?<![\\w-])(?:--([a-z][a-z-]*)|-Dtenantsmith\\.([A-Za-z]+))");
  private static final Pattern OTHERS =
      Pattern.compile(
          "\\b(git|kubectl|helm|keytool|ssh-keygen|ssh-keyscan|ssh-add|java)\\b[^;,:]*$");

  private final Set<String> options;
  private final Pattern command;

  private NamedOptions(Set<String> options) {
    this.options = options;
    String commands =
        options.stream().map(o -> o.split(" ")[0]).distinct().collect(Collectors.joining("|"));
    this.command =
        Pattern.compile(
            "\\b("
                + commands
                + ")(?: [^ -][^ ]*)?(?: --[a-z-]+(?: [^ -][^ ]*)?| -Dtenantsmith\\.\\w+(?:=[^ ]*)?)* ?\\(?$");
  }

  /** What the list of options has, with which both fronts compare themselves. */
  public static NamedOptions ofTheList() throws IOException {
    return new NamedOptions(
        Files.readAllLines(LIST).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.replaceFirst(" (launcher|plugin)$", ""))
            .collect(Collectors.toSet()));
  }

  /**
   * What is wrong with the options of a text.
   *
   * @param printer the command that prints it; empty if any may
   */
  public List<String> mistakes(String text, String printer) {
    List<String> mistakes = new ArrayList<>();
    Matcher option = OPTION.matcher(text);
    while (option.find()) {
      String before = text.substring(0, option.start());
      if (OTHERS.matcher(before).find()) {
        continue;
      }
      String owner = owner(before, printer);
      String name = name(option);
      if (owner.isEmpty()) {
        mistakes.add(option.group() + " of which command? Name it before the option: " + text);
      } else if (!options.contains(owner + " " + name)) {
        mistakes.add(owner + " has no option " + option.group() + ": " + text);
      }
    }
    return mistakes;
  }

  private String owner(String before, String printer) {
    Matcher named = command.matcher(before);
    return named.find() ? named.group(1) : printer;
  }

  private static String name(Matcher option) {
    return option.group(1) != null
        ? option.group(1)
        : option.group(2).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
