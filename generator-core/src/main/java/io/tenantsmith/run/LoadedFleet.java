package io.tenantsmith.run;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceLines;
import io.tenantsmith.model.Workspace;
import java.util.List;

/**
 * Inputs after stages 1 to 3: read, checked and bound, not yet judged.
 *
 * @param workspace what could be bound
 * @param diagnostics the diagnostics of reading and binding
 * @param inputFiles number of files read
 * @param lines of the inputs, for excerpts
 */
public record LoadedFleet(
    Workspace workspace, List<Diagnostic> diagnostics, int inputFiles, SourceLines lines) {

  /** Copies the lists. */
  public LoadedFleet {
    diagnostics = List.copyOf(diagnostics);
  }
}
