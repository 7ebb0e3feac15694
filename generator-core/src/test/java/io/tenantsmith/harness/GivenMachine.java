package io.tenantsmith.harness;

import io.tenantsmith.surroundings.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A machine in good order, of which a test changes what it is about. Nothing of the machine that
 * runs the test shows through.
 */
public final class GivenMachine implements Surroundings {

  private static final long ENOUGH = 50_000_000_000L;

  private final Map<String, String> properties = new TreeMap<>();
  private final Map<String, String> environment = new TreeMap<>();
  private long free = ENOUGH;

  /** A machine whose files of a moment are in that folder. */
  public GivenMachine(Path temporary) {
    with("java.version", "21.0.4")
        .with("java.vendor", "Debian")
        .with("os.name", "Linux")
        .with("sun.jnu.encoding", "UTF-8")
        .with("user.home", temporary.toString())
        .with("java.io.tmpdir", temporary.toString());
  }

  /** The same machine with another property of Java. */
  public GivenMachine with(String property, String value) {
    properties.put(property, value);
    return this;
  }

  /** The same machine with a variable of the environment. */
  public GivenMachine withVariable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The same machine with that many bytes free. */
  public GivenMachine withFree(long bytes) {
    free = bytes;
    return this;
  }

  @Override
  public Optional<String> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  @Override
  public long freeSpace(Path place) {
    return free;
  }

  @Override
  public Path home() {
    return Path.of(properties.getOrDefault("user.home", "/"));
  }

  @Override
  public int processors() {
    return 1;
  }

  @Override
  public Instant now() {
    return Instant.parse("2026-11-28T04:00:00Z");
  }

  @Override
  public long processId() {
    return 1;
  }

  @Override
  public String hostName() {
    return "given";
  }

  @Override
  public double jitter() {
    return 0.5;
  }

  @Override
  public void sleep(Duration duration) {}
}
