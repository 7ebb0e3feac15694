package io.tenantsmith.maven;

import io.tenantsmith.engine.Generator;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks all inputs and shows every mistake at once; writes nothing. */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    aggregator = true,
    threadSafe = true)
public final class ValidateMojo extends FleetMojo {

  @Override
  Report run(Generator generator, Request request) {
    return generator.validate(request);
  }
}
