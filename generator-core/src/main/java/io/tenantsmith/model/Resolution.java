package io.tenantsmith.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A workspace with its layers merged: what rules judge.
 *
 * @param tiers effective values by name; tiers with a broken chain are missing
 * @param tenants by file, sorted; one for each tenant of the workspace
 */
public record Resolution(
    Workspace workspace, SortedMap<String, Settings> tiers, List<EffectiveTenant> tenants) {

  /** Copies the collections. */
  public Resolution {
    tiers = Collections.unmodifiableSortedMap(new TreeMap<>(tiers));
    tenants = List.copyOf(tenants);
  }

  /** The same resolution against another output. */
  public Resolution against(PublishedOutput published) {
    return new Resolution(workspace.against(published), tiers, tenants);
  }

  /** Effective values of a tier. */
  public Optional<Settings> tier(String name) {
    return Optional.ofNullable(tiers.get(name));
  }
}
