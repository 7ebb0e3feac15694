package io.tenantsmith.maven;

import io.tenantsmith.engine.ExplainOptions;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Explain;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Tells where each value of a tenant or cluster comes from, and what it overrode; of one value
 * where it ends, of a field of an object which settings move it.
 */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends FleetMojo {

  /** One value, for instance {@code resources.cpu_limit}; it is told where it ends. */
  @Parameter(property = "tenantsmith.value")
  private @Nullable String value;

  /** An object, for instance {@code Deployment/wordpress}; its namespace may stand in between. */
  @Parameter(property = "tenantsmith.object")
  private @Nullable String object;

  /** A field of the object, for instance {@code spec.containers[wordpress].image}. */
  @Parameter(property = "tenantsmith.field")
  private @Nullable String field;

  @Override
  Command command() {
    return new Explain(new ExplainOptions(value, object, field));
  }
}
