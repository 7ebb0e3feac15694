package io.tenantsmith.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A workspace with its layers merged: what rules judge.
 *
 * @param tiers effective values by name, without roll-outs; tiers with a broken chain are missing
 * @param tierForms the tiers in every form that tenants have or will have, as roll-outs go on
 * @param tenants by file, sorted; one for each tenant of the workspace
 */
public record Resolution(
    Workspace workspace,
    SortedMap<String, Settings> tiers,
    List<Settings> tierForms,
    List<EffectiveTenant> tenants) {

  /** Copies the collections. */
  public Resolution {
    tiers = Collections.unmodifiableSortedMap(new TreeMap<>(tiers));
    tierForms = List.copyOf(tierForms);
    tenants = List.copyOf(tenants);
  }

  /** The same resolution against another output. */
  public Resolution against(PublishedOutput published) {
    return new Resolution(workspace.against(published), tiers, tierForms, tenants);
  }

  /** The roll-outs that some tenants have and others do not, sorted by tier. */
  public List<PublishedWave> wavesUnderWay() {
    SortedMap<String, PublishedWave> waves = new TreeMap<>();
    for (Tier tier : workspace.tiers()) {
      tier.wave()
          .filter(Wave::isUnderWay)
          .map(wave -> new PublishedWave(tier.fileStem(), wave.id().value(), wave.stated()))
          .ifPresent(wave -> waves.put(wave.tier(), wave));
    }
    return List.copyOf(waves.values());
  }

  /** Effective values of a tier. */
  public Optional<Settings> tier(String name) {
    return Optional.ofNullable(tiers.get(name));
  }
}
