package io.tenantsmith.cli;

import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Publish;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Commits the rendered tree to the GitOps repository. */
@CommandLine.Command(
    name = "publish",
    description = "Commits the rendered tree to the GitOps repository and pushes it.",
    footer = {
      "  tenantsmith publish",
      "  tenantsmith publish --allow-removed 2   exactly two may leave, this once",
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
      description =
          "Exact number of tenants meant to be removed. A published tenant cannot be, so far.")
  private @Nullable Integer allowRemoved;

  @Option(
      names = "--allow-changed",
      paramLabel = "N",
      description = "Exact number of tenants that are meant to change.")
  private @Nullable Integer allowChanged;

  PublishCommand(Screen screen) {
    super(screen);
  }

  @Override
  Command command() {
    return new Publish(new PublishOptions(repository, branch, allowRemoved, allowChanged));
  }
}
