package io.tenantsmith.engine.command;

import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.ValidateResult;
import io.tenantsmith.run.PatchMistakes;

/** Checks all inputs; writes nothing. */
public record Validate() implements Command {

  @Override
  public Report run(Request request, Session session) {
    return OutputRun.of(request, session, Validate::judgePatches);
  }

  /** Renders tenants with patches only: those have to be seen together with their objects. */
  private static Report judgePatches(OutputRun run) {
    ReportDraft report = run.report();
    report.add(PatchMistakes.of(run.settled()));
    return report.ended(
        report.hasErrors() ? Outcome.REFUSED : Outcome.DONE, new ValidateResult(run.fleetSize()));
  }
}
