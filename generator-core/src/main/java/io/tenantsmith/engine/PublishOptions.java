package io.tenantsmith.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where to push and what this one publish may do; overrides fleet.yaml.
 *
 * @param repository path or URL
 * @param permits what is refused unless it is meant
 */
public record PublishOptions(
    @Nullable String repository, @Nullable String branch, Permits permits) {

  /** No overrides: everything is as fleet.yaml states it. */
  public static final PublishOptions NONE = new PublishOptions(null, null, Permits.NONE);

  /** Path or URL. */
  public Optional<String> repositoryOverride() {
    return Optional.ofNullable(repository);
  }

  /** Branch. */
  public Optional<String> branchOverride() {
    return Optional.ofNullable(branch);
  }

  /**
   * What is refused unless somebody says, for one publish, that it is meant.
   *
   * @param removed exact number of tenants that are meant to be removed
   * @param changed exact number of tenants that are meant to change
   * @param dirty whether inputs may differ from the commit that they are said to come from
   * @param replacedInputs ids of published input commits that are meant to be replaced, though the
   *     inputs do not descend from them; seven digits are enough
   */
  public record Permits(
      @Nullable Integer removed,
      @Nullable Integer changed,
      boolean dirty,
      List<String> replacedInputs) {

    /** Nothing but what fleet.yaml allows. */
    public static final Permits NONE = new Permits(null, null, false, List.of());

    /** Copies the list. */
    public Permits {
      replacedInputs = List.copyOf(replacedInputs);
    }
  }
}
