package io.tenantsmith.run;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceLines;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.source.SourceTree;
import java.util.List;

/**
 * Inputs after stages 1 to 3: read, checked and bound, not yet judged.
 *
 * @param workspace what could be bound
 * @param diagnostics the diagnostics of reading and binding
 * @param sources the files as they were read
 */
public record LoadedFleet(Workspace workspace, List<Diagnostic> diagnostics, SourceTree sources) {

  /** Copies the lists. */
  public LoadedFleet {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Number of files that were read. */
  public int inputFiles() {
    return sources.size();
  }

  /** Lines of the inputs, for excerpts. */
  public SourceLines lines() {
    return sources.lines();
  }
}
