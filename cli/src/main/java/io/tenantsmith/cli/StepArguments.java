package io.tenantsmith.cli;

import io.tenantsmith.engine.EditOptions;
import io.tenantsmith.engine.StepOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The options that say which step of its life a tenant takes. */
final class StepArguments {

  @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "Id of the tenant.")
  private @Nullable String first;

  @Option(names = "--tenant", paramLabel = "ID", description = "Another way to give the id.")
  private @Nullable String tenant;

  @Option(
      names = "--to",
      paramLabel = "STATE",
      description = "The state to go to; default: the next one on the way.")
  private @Nullable String to;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "For retained: the day until which all data is kept, as 2027-03-31.")
  private @Nullable String until;

  @Option(
      names = "--confirm",
      paramLabel = "ID",
      description = "For erasing: the id once more, since its data may go after that.")
  private @Nullable String confirm;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; for people.")
  private @Nullable String reason;

  /** What is said of the step. */
  StepOptions stated(CommandSpec spec, EditOptions edit) {
    if (first != null && tenant != null) {
      throw new ParameterException(spec.commandLine(), "the id is given twice");
    }
    return new StepOptions(
        tenant == null ? first : tenant, to, new StepOptions.Fields(until, confirm, reason), edit);
  }
}
