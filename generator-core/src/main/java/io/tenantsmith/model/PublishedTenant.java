package io.tenantsmith.model;

/**
 * One tenant of an ownership index.
 *
 * @param digest {@code sha256:} and 64 hexadecimal digits over the tenant's folder
 * @param remembered facts that a later run needs
 */
public record PublishedTenant(
    TenantId id,
    TenantState state,
    String tier,
    Ring ring,
    String cluster,
    String digest,
    PublishedFacts remembered) {

  /** The same tenant with the digest of its folder. */
  public PublishedTenant withDigest(String known) {
    return new PublishedTenant(id, state, tier, ring, cluster, known, remembered);
  }
}
