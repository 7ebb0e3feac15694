package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceLines;
import java.util.List;

/**
 * What a run has to say.
 *
 * @param diagnostics sorted by place
 * @param steps what was done, in order, for instance {@code inputs: 3 tenants, 3 tiers, 1 cluster}
 * @param inputFiles number of input files that were read
 * @param sources lines of the inputs, for excerpts
 */
public record Report(
    Outcome outcome,
    List<Diagnostic> diagnostics,
    List<Step> steps,
    int inputFiles,
    SourceLines sources) {

  /** Copies the lists. */
  public Report {
    diagnostics = List.copyOf(diagnostics);
    steps = List.copyOf(steps);
  }

  /**
   * One line of the summary.
   *
   * @param name for instance {@code rendered}
   * @param fact for instance {@code 274 objects in 94 files}
   * @param remark for instance {@code ok}; may be empty
   */
  public record Step(String name, String fact, String remark) {}
}
