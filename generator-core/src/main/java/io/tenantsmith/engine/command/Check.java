package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.CheckResult;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.output.HandEdits;
import io.tenantsmith.run.ComparedFleet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Like generate, but writes nothing and reports an output folder that is not current. Where the
 * inputs are refused that is the result, as of validate: what they would render to is not known, so
 * nothing is called stale.
 */
public record Check() implements Command {

  @Override
  public Report run(Request request, Session session) {
    return OutputRun.of(request, session, Check::compare);
  }

  private static Report compare(OutputRun run) throws IOException {
    Stopwatch watch = run.stopwatch();
    StaleFiles stale = new StaleFiles(run.outputName());
    OutputRun.Compared seen = run.compare(stale, HandEdits.REFUSE);
    ComparedFleet compared = seen.fleet();
    if (compared.hasFaults()) {
      return run.report().refused();
    }
    List<Diagnostic> found = new ArrayList<>(stale.diagnostics());
    found.addAll(ConvertedLineEnds.found(run.outputName(), compared.plan().converted()));
    run.report().add(found);
    boolean current = !compared.isRefused() && found.isEmpty();
    return run.report()
        .ended(
            current ? Outcome.DONE : Outcome.CHANGES_FOUND,
            new CheckResult(
                run.fleetSize(),
                run.outputName(),
                Counts.rendering(compared, watch),
                Counts.files(compared.plan().files()),
                new CheckResult.Differences(
                    current,
                    Counts.tenants(run.settled(), compared.plan()),
                    compared.plan().tenants().removed(),
                    compared.steps(),
                    seen.plan().get().orElse(null))));
  }
}
