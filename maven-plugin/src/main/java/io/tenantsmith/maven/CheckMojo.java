package io.tenantsmith.maven;

import io.tenantsmith.engine.command.Check;
import io.tenantsmith.engine.command.Command;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Like generate, but writes nothing and fails if the output is stale or was edited by hand. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends FleetMojo {

  @Override
  Command command() {
    return new Check();
  }
}
