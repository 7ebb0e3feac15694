package io.tenantsmith.planning.side;

import io.tenantsmith.engine.Request;
import io.tenantsmith.git.InputCommits;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The repository of the inputs, if the fleet lies in one.
 *
 * @param here null if it lies in none
 */
record InputClone(@Nullable InputCommits here) implements AutoCloseable {

  static InputClone around(Request request, Surroundings surroundings) throws IOException {
    return new InputClone(InputCommits.around(request.directory(), surroundings).orElse(null));
  }

  Optional<InputCommits> commits() {
    return Optional.ofNullable(here);
  }

  @Override
  public void close() {
    if (here != null) {
      here.close();
    }
  }
}
