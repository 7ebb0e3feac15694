package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceLines;
import io.tenantsmith.surroundings.Surroundings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command found and did.
 *
 * @param diagnostics sorted by place
 * @param done what was done, or null if the inputs were refused before anything was
 * @param inputFiles number of input files that were read
 * @param sources lines of the inputs, for excerpts
 */
public record Report(
    Outcome outcome,
    List<Diagnostic> diagnostics,
    @Nullable CommandResult done,
    int inputFiles,
    SourceLines sources) {

  /** Copies the list. */
  public Report {
    diagnostics = List.copyOf(diagnostics);
  }

  /** What was done, if the run got that far. */
  public Optional<CommandResult> result() {
    return Optional.ofNullable(done);
  }

  /**
   * The same without failures of disk and network if the process was told to end meanwhile: they
   * say that its temporary folder is gone, not what is wrong with a disk or a server.
   */
  public Report withoutFailuresOfTheEnd(Surroundings surroundings) {
    return outcome == Outcome.ENVIRONMENT_FAILED && surroundings.isEnding()
        ? new Report(outcome, List.of(), done, inputFiles, sources)
        : this;
  }
}
