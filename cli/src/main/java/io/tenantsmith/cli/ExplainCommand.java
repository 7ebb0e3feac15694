package io.tenantsmith.cli;

import io.tenantsmith.engine.ExplainOptions;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Explain;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Tells where the values of a tenant or cluster come from, and what moves a field. */
@CommandLine.Command(
    name = "explain",
    description = {
      "Tells where each value of a tenant or cluster comes from, and what it overrode.",
      "Of one value it tells where it ends, of a field of an object which settings move it."
    },
    footer = {
      "  tenantsmith explain --tenant acme-corp",
      "  tenantsmith explain --tenant acme-corp --value resources.cpu_limit",
      "  tenantsmith explain --tenant acme-corp --object Deployment/wordpress --field spec.replicas"
    })
final class ExplainCommand extends FleetCommand {

  @Option(
      names = "--value",
      paramLabel = "KEY",
      description = "One value, for instance resources.cpu_limit, and where it ends.")
  private @Nullable String value;

  @Option(
      names = "--object",
      paramLabel = "KIND/NAME",
      description = "An object; its namespace may stand in between.")
  private @Nullable String object;

  @Option(
      names = "--field",
      paramLabel = "PATH",
      description = "A field of the object, for instance spec.replicas.")
  private @Nullable String field;

  ExplainCommand(Screen screen) {
    super(screen);
  }

  @Override
  Command command() {
    return new Explain(new ExplainOptions(value, object, field));
  }
}
