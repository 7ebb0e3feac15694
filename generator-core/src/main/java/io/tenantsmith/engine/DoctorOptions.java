package io.tenantsmith.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code doctor} is to look at.
 *
 * @param target the repository that is meant, if it is not that of fleet.yaml
 * @param offline whether the remote is left out
 * @param writeSchemas whether the schemas for editors are written as this version has them
 * @param maven version of the Maven that runs it; null in the launcher
 */
public record DoctorOptions(
    PublishOptions target, boolean offline, boolean writeSchemas, @Nullable String maven) {

  /** Version of the Maven that runs it. */
  public Optional<String> mavenVersion() {
    return Optional.ofNullable(maven);
  }
}
