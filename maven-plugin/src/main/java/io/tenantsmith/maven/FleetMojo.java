package io.tenantsmith.maven;

import io.tenantsmith.engine.Request;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that reads a whole fleet. */
public abstract class FleetMojo extends FleetFilesMojo {

  /** Id of the only tenant; everything is still read and judged. */
  @Parameter(property = "tenantsmith.tenant")
  private @Nullable String tenant;

  /** Name of the only cluster; everything is still read and judged. */
  @Parameter(property = "tenantsmith.cluster")
  private @Nullable String cluster;

  @Override
  final Request request() {
    Request files = super.request();
    return new Request(files.directory(), files.folders(), new Request.Selection(tenant, cluster));
  }
}
