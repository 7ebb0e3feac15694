package io.tenantsmith.engine.command;

import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.ValidateResult;
import io.tenantsmith.run.PatchDiagnostics;

/** Checks all inputs; writes nothing. */
public record Validate() implements Command {

  @Override
  public Report run(Request request, Session session) {
    return OutputRun.of(request, session, Validate::judgePatches);
  }

  /** Renders only tenants with patches: a patch can be judged only together with its objects. */
  private static Report judgePatches(OutputRun run) {
    ReportDraft report = run.report();
    report.add(PatchDiagnostics.of(run.settled()));
    return report.ended(
        report.hasErrors() ? Outcome.REFUSED : Outcome.DONE, new ValidateResult(run.fleetSize()));
  }
}
