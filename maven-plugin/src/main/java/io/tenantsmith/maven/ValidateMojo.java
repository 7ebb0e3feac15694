package io.tenantsmith.maven;

import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Validate;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks all inputs and shows every mistake at once; writes nothing. */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public final class ValidateMojo extends FleetMojo {

  @Override
  Command command() {
    return new Validate();
  }
}
