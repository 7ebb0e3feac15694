package io.tenantsmith.cli;

import java.util.Iterator;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete commands, options and their values. */
@CommandLine.Command(
    name = "completion",
    description = "Prints a script that makes a shell complete commands and options.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(tenantsmith completion bash)   for this shell; put it into ~/.bashrc",
      "  source <(tenantsmith completion zsh)    for this shell; put it into ~/.zshrc",
    })
final class CompletionCommand implements Runnable {

  private static final List<String> SHELLS = List.of("bash", "zsh");

  private final Screen screen;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SHELL",
      completionCandidates = Shells.class,
      description = "bash or zsh.")
  private String shell = "";

  CompletionCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void run() {
    if (!SHELLS.contains(shell)) {
      throw new ParameterException(
          spec.commandLine(), "SHELL must be one of " + String.join(", ", SHELLS));
    }
    CommandLine top = spec.root().commandLine();
    screen.outWriter().println("# Completion of " + top.getCommandName() + " for " + shell);
    screen.outWriter().print(AutoComplete.bash(top.getCommandName(), top));
    screen.flush();
  }

  /** What a shell offers. */
  static final class Shells implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return SHELLS.iterator();
    }
  }
}
