package io.tenantsmith.model;

import java.util.List;

/**
 * The tenants of an output that is published.
 *
 * @param name how messages call it, for instance {@code the output that is committed}
 * @param tenants sorted by id
 */
public record PublishedOutput(String name, List<PublishedTenant> tenants) {

  /** It is not known what is published, so that nothing of it can be in the way. */
  public static final PublishedOutput NONE = new PublishedOutput("", List.of());

  /** Copies the list. */
  public PublishedOutput {
    tenants = List.copyOf(tenants);
  }

  /** Whether it is known; then who is not among the tenants is not published. */
  public boolean isKnown() {
    return !name.isEmpty();
  }
}
