package io.tenantsmith.engine.command;

import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.StepOptions;

/** Moves a tenant back: to active, or as near to it as one step leads. */
public record Restore(StepOptions options) implements Command {

  @Override
  public Report run(Request request, Session session) {
    return new StateEdit(CommandName.RESTORE, options, request, session).run();
  }
}
