package io.tenantsmith.maven;

import io.tenantsmith.engine.EditOptions;
import io.tenantsmith.engine.FleetPaths;
import io.tenantsmith.engine.PromoteOptions;
import io.tenantsmith.engine.Questions;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Promote;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Takes a tier's roll-out one step further: canary, early, 10 %, 50 %, 100 % of the others, and
 * folds it into the tier at the end. It edits the file of the tier: shows the edit and whom it
 * reaches, asks unless Maven runs with {@code -B}, and writes it.
 */
@Mojo(name = "promote", requiresProject = false, threadSafe = true)
public final class PromoteMojo extends FleetFilesMojo {

  /** The tier; may be left out where only one has a roll-out. */
  @Parameter(property = "tenantsmith.tier")
  private @Nullable String tier;

  /** How far: canary, early, a percentage, or done; the default is the next step. */
  @Parameter(property = "tenantsmith.to")
  private @Nullable String to;

  /** Shows the edit and writes nothing. */
  @Parameter(property = "tenantsmith.dryRun", defaultValue = "false")
  private boolean dryRun;

  /** Writes the edit without a question; needed where nobody can be asked. */
  @Parameter(property = "tenantsmith.yes", defaultValue = "false")
  private boolean yes;

  @Parameter(defaultValue = "${settings}", readonly = true)
  private @Nullable Settings settings;

  @Override
  Questions questions() {
    return settings == null || !settings.isInteractiveMode()
        ? Questions.NONE
        : TerminalQuestions.ofThisProcess(FleetPaths.of(request()));
  }

  @Override
  Command command() {
    return new Promote(new PromoteOptions(tier, to, new EditOptions(dryRun, yes)));
  }
}
