package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.SourceLines;
import io.tenantsmith.surroundings.Surroundings;
import java.util.List;

/** The generator: reads a fleet, checks it, renders it, writes or publishes the tree. */
public final class Generator {

  private final Surroundings surroundings;
  private final Progress progress;

  /** A generator in these surroundings. */
  public Generator(Surroundings surroundings, Progress progress) {
    this.surroundings = surroundings;
    this.progress = progress;
  }

  /** Checks all inputs; writes nothing. */
  public Report validate(Request request) {
    return notYet(request);
  }

  /**
   * Checks, renders and writes the output folder.
   *
   * @param takeGenerated whether the generated state replaces hand edits
   */
  public Report generate(Request request, boolean takeGenerated) {
    return notYet(request);
  }

  /** Like generate, but writes nothing and finds fault with an output that is not current. */
  public Report check(Request request) {
    return notYet(request);
  }

  /** Checks, renders, commits the tree and pushes it. */
  public Report publish(Request request, PublishOptions options) {
    return notYet(request);
  }

  private Report notYet(Request request) {
    progress.at("nothing", 0, 0);
    return new Report(
        Outcome.ENVIRONMENT_FAILED,
        List.of(),
        List.of(new Report.Step("fleet", request.directory().toString(), surroundings.hostName())),
        0,
        SourceLines.NONE);
  }
}
