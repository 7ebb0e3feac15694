package io.tenantsmith.diagnostic;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that a run found, ready to be written in a {@link Format}.
 *
 * @param outcome how the run ended, in lower case, for instance {@code refused}
 * @param diagnostics sorted by place
 * @param sources lines of the inputs
 * @param inputFiles number of input files that were read
 * @param nothingWritten whether to say that nothing was written
 * @param result what was done, for formats that have room for it; may be empty
 * @param names how its files are called
 * @param facts who wrote it and how long the run took
 */
public record DiagnosticReport(
    String outcome,
    List<Diagnostic> diagnostics,
    SourceLines sources,
    int inputFiles,
    boolean nothingWritten,
    Map<String, @Nullable Object> result,
    FileNames names,
    RunFacts facts) {

  /** A report of diagnostics alone. */
  public DiagnosticReport(
      String outcome,
      List<Diagnostic> diagnostics,
      SourceLines sources,
      int inputFiles,
      boolean nothingWritten) {
    this(
        outcome,
        diagnostics,
        sources,
        inputFiles,
        nothingWritten,
        Map.of(),
        FileNames.OF_THE_FLEET,
        RunFacts.UNKNOWN);
  }

  /** The same report with what was done. */
  public DiagnosticReport with(Map<String, @Nullable Object> done) {
    return new DiagnosticReport(
        outcome, diagnostics, sources, inputFiles, nothingWritten, done, names, facts);
  }

  /** The same report with names of its files. */
  public DiagnosticReport with(FileNames called) {
    return new DiagnosticReport(
        outcome, diagnostics, sources, inputFiles, nothingWritten, result, called, facts);
  }

  /** The same report with facts about the run. */
  public DiagnosticReport with(RunFacts told) {
    return new DiagnosticReport(
        outcome, diagnostics, sources, inputFiles, nothingWritten, result, names, told);
  }

  /** The same report with every file by another name; its lines are found all the same. */
  DiagnosticReport renamed(UnaryOperator<String> name) {
    Map<String, String> former = new HashMap<>();
    UnaryOperator<String> naming =
        file -> {
          String called = name.apply(file);
          former.put(called, file);
          return called;
        };
    List<Diagnostic> all = diagnostics.stream().map(found -> found.renamed(naming)).toList();
    SourceLines lines = (file, line) -> sources.line(former.getOrDefault(file, file), line);
    return new DiagnosticReport(
        outcome, all, lines, inputFiles, nothingWritten, result, FileNames.OF_THE_FLEET, facts);
  }

  /** Copies the list. */
  public DiagnosticReport {
    diagnostics = List.copyOf(diagnostics);
    result = Collections.unmodifiableMap(new LinkedHashMap<>(result));
  }

  /** Number of diagnostics of a severity. */
  int count(Severity severity) {
    return (int) diagnostics.stream().filter(d -> d.severity() == severity).count();
  }

  /** Number of input files with diagnostics; files that are gone or not inputs do not count. */
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
