package io.tenantsmith.cli;

import io.tenantsmith.engine.EditOptions;
import picocli.CommandLine.Option;

/** The options of every command that edits a file. */
final class EditArguments {

  @Option(names = "--dry-run", description = "Show the edit; write nothing.")
  private boolean dryRun;

  @Option(
      names = "--yes",
      description = "Write the edit without a question; needed where nobody can be asked.")
  private boolean yes;

  /** How the file is edited. */
  EditOptions options() {
    return new EditOptions(dryRun, yes);
  }
}
