package io.tenantsmith.model;

import java.util.List;

/**
 * The tenants of an output that is published.
 *
 * @param name how messages call it, for instance {@code the output that is committed}
 * @param tenants sorted by id
 */
public record PublishedOutput(String name, List<PublishedTenant> tenants) {

  /** Nothing is published. */
  public static final PublishedOutput NONE = new PublishedOutput("", List.of());

  /** Copies the list. */
  public PublishedOutput {
    tenants = List.copyOf(tenants);
  }
}
