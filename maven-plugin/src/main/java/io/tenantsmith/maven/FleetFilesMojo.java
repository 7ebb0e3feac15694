package io.tenantsmith.maven;

import io.tenantsmith.engine.Request;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that works on the files of a fleet. */
public abstract class FleetFilesMojo extends ToolMojo {

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

  @Override
  Request request() {
    return new Request(
        directory.toPath(),
        new Request.Folders(fleet, tenants, tiers, output),
        Request.Selection.ALL);
  }
}
