package io.tenantsmith.maven;

import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Offboard;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Moves a tenant one state further: suspended, retained, erasing, erased. It edits the file of the
 * tenant: shows the edit and what it leads to, asks unless Maven runs with {@code -B}, and writes
 * it.
 */
@Mojo(name = "offboard", requiresProject = false, threadSafe = true)
public final class OffboardMojo extends StepMojo {

  @Override
  Command command() {
    return new Offboard(stated());
  }
}
