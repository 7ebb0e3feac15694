package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.engine.CommandResult;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Report;
import io.tenantsmith.run.ComparedFleet;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.run.PatchDiagnostics;
import io.tenantsmith.run.SettledFleet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the diagnostics of all stages of a run. */
final class ReportDraft {

  /** What is wrong with the inputs comes first: most of what is wrong with the output follows. */
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic found) -> found.code().isOfOutputFolder())
          .thenComparing(Comparator.naturalOrder());

  private final LoadedFleet loaded;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  ReportDraft(LoadedFleet loaded) {
    this.loaded = loaded;
  }

  void add(List<Diagnostic> more) {
    diagnostics.addAll(more);
  }

  void add(ComparedFleet compared) {
    add(compared.findings());
    add(compared.plan().diagnostics());
  }

  /** Adds what was said of a fleet against a tree; gives the fleet, if it may be rendered. */
  Optional<SettledFleet> taken(Result<SettledFleet> settled, JudgedFleet judged) {
    add(settled.diagnostics());
    if (settled.value().isEmpty()) {
      add(PatchDiagnostics.beside(diagnostics(), judged));
    }
    return settled.value();
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** A report of a run that was refused before it did anything. */
  Report refused() {
    return ended(Outcome.REFUSED, null);
  }

  Report ended(Outcome outcome, @Nullable CommandResult result) {
    diagnostics.sort(ORDER);
    return new Report(outcome, diagnostics, result, loaded.inputFiles(), loaded.lines());
  }
}
