package io.tenantsmith.cli;

import io.tenantsmith.engine.Request;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what to work on. */
final class FleetOptions {

  /** The character that stands where an argument cannot be decoded in the locale of the process. */
  private static final String UNREADABLE = "\uFFFD";

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

  @Option(
      names = "--tenant",
      paramLabel = "ID",
      description = "Render this tenant only; everything is still read and judged.")
  private @Nullable String tenant;

  @Option(names = "--cluster", paramLabel = "NAME", description = "Render this cluster only.")
  private @Nullable String cluster;

  /** What to work on. */
  Request request(CommandSpec spec) {
    return new Request(
        path(spec),
        new Request.Folders(
            readable(spec, fleet),
            readable(spec, tenants),
            readable(spec, tiers),
            readable(spec, output)),
        new Request.Selection(tenant, cluster));
  }

  private Path path(CommandSpec spec) {
    try {
      return Path.of(readable(spec, directory));
    } catch (InvalidPathException e) {
      throw unreadable(spec);
    }
  }

  private static String readable(CommandSpec spec, String name) {
    if (name.contains(UNREADABLE)) {
      throw unreadable(spec);
    }
    return name;
  }

  private static ParameterException unreadable(CommandSpec spec) {
    return new ParameterException(
        spec.commandLine(),
        "a path holds characters that the locale of this process cannot name;"
            + " set LC_ALL=C.UTF-8 and try again");
  }
}
