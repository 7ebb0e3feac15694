package io.tenantsmith.engine.command;

import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.StepOptions;

/** Moves a tenant one state further, towards the removal of its file. */
public record Offboard(StepOptions options) implements Command {

  @Override
  public Report run(Request request, Session session) {
    return new StateEdit(CommandName.OFFBOARD, options, request, session).run();
  }
}
