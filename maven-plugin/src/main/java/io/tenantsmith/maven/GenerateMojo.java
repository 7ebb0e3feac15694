package io.tenantsmith.maven;

import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Generate;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Checks the inputs, renders them and writes the output folder. */
@Mojo(
    name = "generate",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresProject = false,
    threadSafe = true)
public final class GenerateMojo extends FleetMojo {

  /** Replaces files of the output that were edited by hand; without it they are refused. */
  @Parameter(property = "tenantsmith.takeGenerated", defaultValue = "false")
  private boolean takeGenerated;

  @Override
  Command command() {
    return new Generate(takeGenerated);
  }
}
