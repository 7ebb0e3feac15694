package io.tenantsmith.engine.command;

import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;

/** One command; its options are its fields. */
@FunctionalInterface
public interface Command {

  /** Carries it out. */
  Report run(Request request, Session session);
}
