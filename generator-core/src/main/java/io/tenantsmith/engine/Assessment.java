package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceLines;
import io.tenantsmith.model.Workspace;
import java.util.List;

/**
 * Inputs after stages 1 to 5.
 *
 * @param workspace what could be bound
 * @param diagnostics of reading and binding; the rules' ones depend on the tree as it stands
 * @param inputFiles number of files read
 */
record Assessment(
    Workspace workspace, List<Diagnostic> diagnostics, int inputFiles, SourceLines lines) {

  Assessment {
    diagnostics = List.copyOf(diagnostics);
  }
}
