package io.tenantsmith.cli;

import io.tenantsmith.engine.Request;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say where a fleet is. */
class FleetFiles {

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The fleet's root; the next four are relative to it. Default: here.")
  private String directory = ".";

  @Option(
      names = "--fleet",
      paramLabel = "FILE",
      defaultValue = "fleet.yaml",
      description = "The platform's file. Default: ${DEFAULT-VALUE}.")
  private String fleet = "fleet.yaml";

  @Option(
      names = "--tenants",
      paramLabel = "DIR",
      defaultValue = "tenants",
      description = "Folder of the tenant files. Default: ${DEFAULT-VALUE}.")
  private String tenants = "tenants";

  @Option(
      names = "--tiers",
      paramLabel = "DIR",
      defaultValue = "tiers",
      description = "Folder of the tier files. Default: ${DEFAULT-VALUE}.")
  private String tiers = "tiers";

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "output",
      description = "Folder of the rendered tree. Default: ${DEFAULT-VALUE}.")
  private String output = "output";

  /** What to work on. */
  final Request request(CommandSpec spec, Request.Selection selection) {
    return new Request(
        ArgumentText.path(spec, directory),
        new Request.Folders(
            ArgumentText.of(spec, fleet),
            ArgumentText.of(spec, tenants),
            ArgumentText.of(spec, tiers),
            ArgumentText.of(spec, output)),
        selection);
  }
}
