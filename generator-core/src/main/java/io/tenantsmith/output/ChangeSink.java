package io.tenantsmith.output;

import java.io.IOException;

/** Takes what the {@link Planner} finds, one change at a time; nothing is kept in memory. */
@FunctionalInterface
public interface ChangeSink {

  /** Takes a file that is new, has another content, or is not rendered any more. */
  void take(Change change) throws IOException;
}
