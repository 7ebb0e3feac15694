package io.tenantsmith.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificate is made, and from which branch.
 *
 * @param tenant null if nobody said it
 * @param target where the branch is; overrides fleet.yaml
 */
public record CertificateOptions(@Nullable String tenant, PublishOptions target) {

  /** Id of the tenant. */
  public Optional<String> named() {
    return Optional.ofNullable(tenant);
  }
}
