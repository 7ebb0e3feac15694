package io.tenantsmith.surroundings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The surroundings of this process, read when asked. */
final class ProcessSurroundings implements Surroundings {

  private final Clock clock = Clock.systemUTC();
  private final boolean asks;

  ProcessSurroundings(boolean asks) {
    this.asks = asks;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public long processId() {
    return ProcessHandle.current().pid();
  }

  @Override
  public String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  @Override
  public double jitter() {
    return ThreadLocalRandom.current().nextDouble();
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name));
  }

  @Override
  public Optional<char[]> secret(String question) {
    return Optional.ofNullable(asks ? System.console() : null)
        .map(console -> console.readPassword("%n%s", question))
        .filter(typed -> typed.length > 0);
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration.toMillis());
  }
}
