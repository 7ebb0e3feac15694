package io.tenantsmith.cli;

import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Publish;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Commits the rendered tree to the GitOps repository. */
@CommandLine.Command(
    name = "publish",
    description = "Commits the rendered tree to the GitOps repository and pushes it.",
    footer = {
      "  tenantsmith publish",
      "  tenantsmith publish --allow-changed 40   exactly forty may change, this once",
    })
final class PublishCommand extends FleetCommand {

  @Option(
      names = "--repository",
      paramLabel = "URL",
      description = "Where to push; default: what fleet.yaml says.")
  private @Nullable String repository;

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "The branch; default: what fleet.yaml says.")
  private @Nullable String branch;

  @Option(
      names = "--allow-removed",
      paramLabel = "N",
      description = "Exact number of tenants that are meant to be erased or removed.")
  private @Nullable Integer allowRemoved;

  @Option(
      names = "--allow-changed",
      paramLabel = "N",
      description = "Exact number of tenants that are meant to change.")
  private @Nullable Integer allowChanged;

  @Option(
      names = "--allow-dirty",
      description = "Publish inputs that differ from their commit; the new commit is marked.")
  private boolean allowDirty;

  @Option(
      names = "--replace-input",
      paramLabel = "ID",
      split = ",",
      description =
          "Published input commit to be replaced, though the inputs do not descend from it.")
  private List<String> replaceInput = List.of();

  PublishCommand(Screen screen) {
    super(screen);
  }

  @Override
  Command command() {
    return new Publish(
        new PublishOptions(
            repository,
            branch,
            new PublishOptions.Permits(allowRemoved, allowChanged, allowDirty, replaceInput)));
  }
}
