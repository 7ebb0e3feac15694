package io.tenantsmith.diagnostic;

import java.time.Duration;
import java.util.Optional;

/**
 * Which generator wrote a report, and how long the run took.
 *
 * @param version for instance {@code 1.0.0}
 * @param url address of the project, at which {@code docs/diagnostics} is; empty if the build names
 *     none
 * @param time how long the run took; for formats that tell it, never for what is rendered
 */
public record RunFacts(String version, String url, Duration time) {

  /** Nobody knows. */
  public static final RunFacts UNKNOWN = new RunFacts("", "", Duration.ZERO);

  /** The address of the project. */
  Optional<String> address() {
    return Optional.of(url).filter(text -> !text.isEmpty());
  }

  /** The address of a code's page. */
  Optional<String> page(Code code) {
    return address().map(project -> project + "/docs/diagnostics/" + code + ".md");
  }
}
