package io.tenantsmith.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of the inputs that state values, each with its schema. */
public enum Document {
  /** A file of tenants/. */
  TENANT("tenant", "", Layer.TENANT, null),

  /** A file of tiers/. */
  TIER("tier", "", Layer.TIER, "tier"),

  /** What a file of tiers/ sets for tenants that its roll-out has reached. */
  NEXT("tier", "next.set.", Layer.ROLLOUT, "tier"),

  /** A file of tiers/templates/. */
  TEMPLATE("template", "", Layer.TEMPLATE, "template"),

  /** What fleet.yaml states for all tenants. */
  DEFAULTS("fleet", "defaults.", Layer.FLEET, null),

  /** fleet.yaml itself. */
  FLEET("fleet", "", Layer.FLEET, null),

  /** A cluster of fleet.yaml. */
  CLUSTER("fleet", "clusters[].", Layer.FLEET, "cluster");

  private final String schema;
  private final String prefix;
  private final Layer layer;
  private final @Nullable String named;

  Document(String schema, String prefix, Layer layer, @Nullable String named) {
    this.schema = schema;
    this.prefix = prefix;
    this.layer = layer;
    this.named = named;
  }

  /** Name of its schema, for instance {@code tenant}. */
  public String schema() {
    return schema;
  }

  /** Path of a key's field in the whole file, for instance {@code clusters[].region}. */
  public String path(Key<?> key) {
    return prefix + key.path();
  }

  /** The layer of what it states. */
  public Layer layer() {
    return layer;
  }

  /** The field by which a tenant chooses it, if tenants choose it. */
  Optional<Key<String>> chosenBy() {
    return Optional.ofNullable(named)
        .map(
            name ->
                switch (name) {
                  case "tier" -> TenantKeys.TIER;
                  case "template" -> TenantKeys.TEMPLATE;
                  default -> TenantKeys.CLUSTER;
                });
  }
}
