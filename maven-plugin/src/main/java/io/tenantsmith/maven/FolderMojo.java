package io.tenantsmith.maven;

import io.tenantsmith.engine.Request;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that works on a folder in which there need not be a fleet. */
public abstract class FolderMojo extends ToolMojo {

  /** The fleet's root. */
  @Parameter(property = "tenantsmith.directory", defaultValue = "${basedir}")
  private File directory = new File(".");

  @Override
  final Request request() {
    return Request.of(directory.toPath());
  }
}
