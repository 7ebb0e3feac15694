package io.tenantsmith.model;

import java.util.List;

/**
 * What later runs must know of an output that is published.
 *
 * @param name how messages call it, for instance {@code the output that is committed}
 * @param tenants sorted by id
 * @param waves roll-outs that are not done
 */
public record PublishedOutput(
    String name, List<PublishedTenant> tenants, List<PublishedWave> waves) {

  /** It is not known what is published, so that nothing of it can be in the way. */
  public static final PublishedOutput NONE = new PublishedOutput("", List.of(), List.of());

  /** Copies the lists. */
  public PublishedOutput {
    tenants = List.copyOf(tenants);
    waves = List.copyOf(waves);
  }

  /** Whether it is known; then who is not among the tenants is not published. */
  public boolean isKnown() {
    return !name.isEmpty();
  }
}
