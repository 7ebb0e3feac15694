package io.tenantsmith.harness;

import io.tenantsmith.surroundings.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The surroundings of this process, but for the home folder and the environment. */
public record GivenSurroundings(
    Path home, Map<String, String> variables, Function<String, Optional<char[]>> asked)
    implements Surroundings {

  private static final Surroundings PROCESS = Surroundings.ofThisProcess();

  /** Surroundings in which nobody answers questions. */
  public GivenSurroundings(Path home, Map<String, String> variables) {
    this(home, variables, question -> Optional.empty());
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  @Override
  public Optional<char[]> secret(String question) {
    return asked.apply(question);
  }

  @Override
  public Instant now() {
    return PROCESS.now();
  }

  @Override
  public long processId() {
    return PROCESS.processId();
  }

  @Override
  public String hostName() {
    return PROCESS.hostName();
  }

  @Override
  public double jitter() {
    return PROCESS.jitter();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    PROCESS.sleep(duration);
  }
}
