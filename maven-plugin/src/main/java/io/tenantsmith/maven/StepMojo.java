package io.tenantsmith.maven;

import io.tenantsmith.engine.EditOptions;
import io.tenantsmith.engine.FleetPaths;
import io.tenantsmith.engine.Questions;
import io.tenantsmith.engine.StepOptions;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Settings;
import org.jspecify.annotations.Nullable;

/** A goal that takes a tenant to another state of its life. */
public abstract class StepMojo extends FleetFilesMojo {

  /** Id of the tenant. */
  @Parameter(property = "tenantsmith.tenant")
  private @Nullable String tenant;

  /** The state to go to; the default is the next one on the way. */
  @Parameter(property = "tenantsmith.to")
  private @Nullable String to;

  /** For retained: the day until which all data is kept, as 2027-03-31. */
  @Parameter(property = "tenantsmith.until")
  private @Nullable String until;

  /** For erasing: the id once more, since its data may go after that. */
  @Parameter(property = "tenantsmith.confirm")
  private @Nullable String confirm;

  /** Why; for people. */
  @Parameter(property = "tenantsmith.reason")
  private @Nullable String reason;

  /** Shows the edit and writes nothing. */
  @Parameter(property = "tenantsmith.dryRun", defaultValue = "false")
  private boolean dryRun;

  /** Writes the edit without a question; needed where nobody can be asked. */
  @Parameter(property = "tenantsmith.yes", defaultValue = "false")
  private boolean yes;

  @Parameter(defaultValue = "${settings}", readonly = true)
  private @Nullable Settings settings;

  @Override
  final Questions questions() {
    return settings == null || !settings.isInteractiveMode()
        ? Questions.NONE
        : TerminalQuestions.ofThisProcess(FleetPaths.of(request()));
  }

  /** What is said of the step. */
  final StepOptions stated() {
    return new StepOptions(
        tenant, to, new StepOptions.Fields(until, confirm, reason), new EditOptions(dryRun, yes));
  }
}
