package io.tenantsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page that is one walk: all of its commands are run in order, on one fleet, and what a command
 * prints is what the page shows below it. {@code -Dgolden.update=true} writes what they print anew,
 * to be read as a diff; never on a CI server.
 */
final class WalkedPage {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");
  private static final String PROMPT = "$ ";

  /** What a reader adds to the end of the file that the block names. */
  private static final String ADDED = "yaml ";

  /** The lines that a reader takes out of the file that the block names, and puts there instead. */
  private static final String EDITED = "diff ";

  private final Path page;
  private final Path fleet;
  private boolean inItsFolder;

  /** Where the file that is edited goes on. */
  private int at;

  /**
   * A page that is walked in a fleet.
   *
   * @param fleet folder of a copy of the sample fleet
   */
  WalkedPage(Path page, Path fleet) {
    this.page = page;
    this.fleet = fleet;
  }

  /**
   * Each command is a process in the fleet's folder, as its reader has it: for commands that fold
   * lines with names of files.
   */
  WalkedPage inItsFolder() {
    inItsFolder = true;
    return this;
  }

  /** Fails if the page shows something else than its commands print. */
  void check() throws IOException {
    String walked = walk(Files.readAllLines(page));
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("goldens are not updated on a CI server").isNull();
      Files.writeString(page, walked);
    }
    assertThat(page).content().isEqualTo(walked);
  }

  /** The page with what its commands print now. */
  private String walk(List<String> lines) throws IOException {
    List<String> walked = new ArrayList<>();
    String block = "";
    for (String line : lines) {
      if (line.startsWith("```")) {
        block = block.isEmpty() ? line.substring(3) : "";
        walked.add(line);
      } else if (block.equals("console")) {
        if (line.startsWith(PROMPT)) {
          walked.add(line);
          walked.addAll(run(line.substring(PROMPT.length())).lines().toList());
        }
      } else {
        walked.add(line);
        if (block.equals("sh")) {
          prepare(line);
        } else if (block.startsWith(ADDED)) {
          add(line, block.substring(ADDED.length()));
        } else if (block.startsWith(EDITED)) {
          edit(line, block.substring(EDITED.length()));
        }
      }
    }
    return String.join("\n", walked) + "\n";
  }

  /** What a command prints, as its reader sees it who stands in the fleet's folder. */
  private String run(String command) throws IOException {
    Run run = inItsFolder ? Run.in(fleet, words(command, "tenantsmith")) : inTheFleet(command);
    return (run.out() + run.err())
        .replace(" --directory \"" + fleet + "\"", "")
        .replace("git -C \"" + fleet + "\"", "git")
        .replaceAll("\\S*" + Pattern.quote(fleet.getFileName().toString()) + "/(?=\\w)", "")
        .replaceAll(
            "(?<=committed |commit |removed by |HEAD at |HEAD` at `)[0-9a-f]{7,40}", "4f2a91c")
        .replaceAll("(?m)(?<=^`)[0-9a-f]{7}(?=-dirty` compared)", "4f2a91c")
        .replaceAll("(?<=(commit|base)=)[0-9a-f]{40}", "4f2a91c" + "0".repeat(33))
        .replaceAll("(?m)(?<= files {1,20})[0-9]+\\.[0-9] s$", "0.4 s")
        .replaceAll("(?<=applied it \\()[0-9a-f]{40}", "4f2a91c" + "0".repeat(33));
  }

  /** A command between two that are shown; it must work. */
  private void prepare(String command) throws IOException {
    List<String> words = words(command);
    if (words.get(0).equals("git")) {
      SampleCopy.git(fleet, words.subList(1, words.size()).toArray(String[]::new));
    } else {
      Run run = inTheFleet(command);
      assertThat(run.code()).as(command + "\n" + run.err()).isZero();
    }
  }

  private void add(String line, String file) throws IOException {
    Files.writeString(fleet.resolve(file), line + "\n", StandardOpenOption.APPEND);
  }

  /** A line that goes makes room for those that come after it. */
  private void edit(String line, String file) throws IOException {
    Path edited = fleet.resolve(file);
    String text = Files.readString(edited);
    if (line.startsWith("-")) {
      String gone = line.substring(1) + "\n";
      assertThat(text).as(file).containsOnlyOnce(gone);
      at = text.indexOf(gone);
      Files.writeString(edited, text.replace(gone, ""));
    } else {
      assertThat(line).startsWith("+");
      Files.writeString(
          edited, text.substring(0, at) + line.substring(1) + "\n" + text.substring(at));
      at += line.length();
    }
  }

  private Run inTheFleet(String command) {
    List<String> words = new ArrayList<>(List.of(words(command, "tenantsmith")));
    words.addAll(List.of("--directory", fleet.toString()));
    return Run.of(words.toArray(String[]::new));
  }

  /** The words behind the name of the program. */
  private static String[] words(String command, String program) {
    List<String> words = words(command);
    assertThat(words.get(0)).isEqualTo(program);
    return words.subList(1, words.size()).toArray(String[]::new);
  }

  private static List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group() : word.group(1))
        .toList();
  }
}
