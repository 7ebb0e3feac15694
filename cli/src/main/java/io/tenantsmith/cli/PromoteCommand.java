package io.tenantsmith.cli;

import io.tenantsmith.engine.PromoteOptions;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Promote;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a tier's roll-out one step further. */
@CommandLine.Command(
    name = "promote",
    description = {
      "Takes a tier's roll-out one step further: canary, early, 10 %%, 50 %%, 100 %% of the others,"
          + " and folds it into the tier at the end.",
      "It edits the file of the tier: shows the edit and whom it reaches, asks, and writes it."
    },
    footer = {
      "  tenantsmith promote",
      "  tenantsmith promote pro --to 25 --yes",
      "  tenantsmith promote pro --to done --dry-run"
    })
final class PromoteCommand extends FleetFilesCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(validate = false, exclusive = false, heading = "%nRoll-out:%n", order = 5)
  private RollOut rollOut = new RollOut();

  @ArgGroup(validate = false, exclusive = false, heading = "%nEdit:%n", order = 6)
  private EditArguments edit = new EditArguments();

  /** Which roll-out goes how far. */
  static final class RollOut {
    @Parameters(
        index = "0",
        arity = "0..1",
        paramLabel = "TIER",
        description = "The tier; may be left out where only one has a roll-out.")
    private @Nullable String first;

    @Option(names = "--tier", paramLabel = "TIER", description = "Another way to give the tier.")
    private @Nullable String tier;

    @Option(
        names = "--to",
        paramLabel = "STEP",
        description = "canary, early, a percentage, or done; default: the next step.")
    private @Nullable String to;
  }

  PromoteCommand(Screen screen) {
    super(screen);
  }

  @Override
  Command command() {
    if (rollOut.first != null && rollOut.tier != null) {
      throw new ParameterException(spec.commandLine(), "the tier is given twice");
    }
    return new Promote(
        new PromoteOptions(
            rollOut.tier == null ? rollOut.first : rollOut.tier, rollOut.to, edit.options()));
  }
}
