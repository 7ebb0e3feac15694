package io.tenantsmith.diagnostic;

import java.util.List;

/**
 * All that a run found, ready to be written in a {@link Format}.
 *
 * @param outcome how the run ended, in lower case, for instance {@code refused}
 * @param diagnostics sorted by place
 * @param sources lines of the inputs
 * @param inputFiles number of input files that were read
 * @param nothingWritten whether to say that nothing was written
 */
public record Findings(
    String outcome,
    List<Diagnostic> diagnostics,
    SourceLines sources,
    int inputFiles,
    boolean nothingWritten) {

  /** Copies the list. */
  public Findings {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Number of diagnostics of a severity. */
  int count(Severity severity) {
    return (int) diagnostics.stream().filter(d -> d.severity() == severity).count();
  }

  /**
   * Number of input files that a diagnostic is about; files that are gone or not inputs stay out.
   */
  int filesConcerned() {
    return (int)
        diagnostics.stream()
            .map(Diagnostic::range)
            .filter(this::isInInput)
            .map(SourceRange::file)
            .distinct()
            .count();
  }

  private boolean isInInput(SourceRange range) {
    return !range.isWholeFile() || sources.line(range.file(), 1).isPresent();
  }
}
