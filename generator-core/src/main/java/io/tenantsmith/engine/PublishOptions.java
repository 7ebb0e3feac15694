package io.tenantsmith.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where to push and what this one publish may do; overrides fleet.yaml.
 *
 * @param repository path or URL
 * @param allowRemoved exact number of tenants that are meant to be removed
 * @param allowChanged exact number of tenants that are meant to change
 */
public record PublishOptions(
    @Nullable String repository,
    @Nullable String branch,
    @Nullable Integer allowRemoved,
    @Nullable Integer allowChanged) {

  /** No overrides: everything is as fleet.yaml states it. */
  public static final PublishOptions NONE = new PublishOptions(null, null, null, null);

  /** Path or URL. */
  public Optional<String> repositoryOverride() {
    return Optional.ofNullable(repository);
  }

  /** Branch. */
  public Optional<String> branchOverride() {
    return Optional.ofNullable(branch);
  }
}
