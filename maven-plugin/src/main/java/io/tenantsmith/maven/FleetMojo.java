package io.tenantsmith.maven;

import io.tenantsmith.engine.Request;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that reads a whole fleet. */
public abstract class FleetMojo extends ToolMojo {

  /**
   * The fleet's root; {@code fleet}, {@code tenants}, {@code tiers} and {@code output} are below
   * it.
   */
  @Parameter(property = "tenantsmith.directory", defaultValue = "${basedir}")
  private File directory = new File(".");

  /** The platform's file, relative to {@code directory}. */
  @Parameter(property = "tenantsmith.fleet", defaultValue = "fleet.yaml")
  private String fleet = "fleet.yaml";

  /** Folder of the tenant files, relative to {@code directory}. */
  @Parameter(property = "tenantsmith.tenants", defaultValue = "tenants")
  private String tenants = "tenants";

  /** Folder of the tier files, relative to {@code directory}. */
  @Parameter(property = "tenantsmith.tiers", defaultValue = "tiers")
  private String tiers = "tiers";

  /** Folder of the rendered tree, relative to {@code directory}. */
  @Parameter(property = "tenantsmith.output", defaultValue = "output")
  private String output = "output";

  /** Id of the only tenant to render; everything is still read and judged. */
  @Parameter(property = "tenantsmith.tenant")
  private @Nullable String tenant;

  /** Name of the only cluster to render; everything is still read and judged. */
  @Parameter(property = "tenantsmith.cluster")
  private @Nullable String cluster;

  @Override
  final Request request() {
    return new Request(
        directory.toPath(),
        new Request.Folders(fleet, tenants, tiers, output),
        new Request.Selection(tenant, cluster));
  }
}
