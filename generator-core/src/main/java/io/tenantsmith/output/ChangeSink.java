package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;

/** Takes what the {@link Planner} finds, one change at a time; nothing is kept in memory. */
public interface ChangeSink {

  /** A sink that forgets. */
  ChangeSink NONE =
      new ChangeSink() {
        @Override
        public void put(OutputFile file) {}

        @Override
        public void remove(RelativePath path) {}
      };

  /** A file that is new or has another content. */
  void put(OutputFile file) throws IOException;

  /** A file of ours that is not rendered any more. */
  void remove(RelativePath path) throws IOException;
}
