package io.tenantsmith.maven;

import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Restore;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Moves a tenant back to active, or from erasing to retained, the last undo. It edits the file of
 * the tenant: shows the edit and what it leads to, asks unless Maven runs with {@code -B}, and
 * writes it.
 */
@Mojo(name = "restore", requiresProject = false, threadSafe = true)
public final class RestoreMojo extends StepMojo {

  @Override
  Command command() {
    return new Restore(stated());
  }
}
