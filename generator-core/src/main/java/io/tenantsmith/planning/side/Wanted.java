package io.tenantsmith.planning.side;

import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.Request;
import io.tenantsmith.publish.PublishTarget;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.surroundings.Surroundings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be compared with, and by whom.
 *
 * @param base {@code published}, {@code output} or a name of a commit; empty for the usual one
 * @param present the inputs as they are now
 * @param target where is published to; null if nothing names a repository
 */
public record Wanted(
    Request request, String base, JudgedFleet present, @Nullable PublishTarget target, Desk desk) {

  /** The word for the branch that is published to. */
  public static final String PUBLISHED = "published";

  /** The word for the output folder. */
  public static final String OUTPUT = "output";

  /** Where the command runs. */
  public record Desk(Front front, Surroundings surroundings) {}

  /** Where is published to. */
  Optional<PublishTarget> publishTarget() {
    return Optional.ofNullable(target);
  }
}
