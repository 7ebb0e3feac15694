package io.tenantsmith.tier;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Ring;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.model.Wave;
import io.tenantsmith.model.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A tier with all it extends, lowest first. A roll-out lies right above the tier that states it and
 * below those that extend it: there its values will be when it is folded into the tier.
 */
record TierChain(@Nullable Fleet fleet, List<Tier> links) {

  /** No tier allows a feature that it does not name. */
  private static final Setting<Boolean> OFF = Setting.of(false, Origin.BUILT_IN);

  /** The roll-outs of a chain that count for somebody, by tier, each with the place that says so. */
  record Reached(SortedMap<String, Origin> byTier) {

    static final Reached NONE = new Reached(new TreeMap<>());

    Reached {
      byTier = Collections.unmodifiableSortedMap(byTier);
    }

    boolean isNone() {
      return byTier.isEmpty();
    }
  }

  /** The chain of a tier; empty if it is broken or circular, which a rule reports. */
  static Optional<TierChain> of(Workspace workspace, Tier tier) {
    List<Tier> links = new ArrayList<>();
    Optional<Tier> next = Optional.of(tier);
    while (next.isPresent()) {
      Tier link = next.get();
      if (links.contains(link)) {
        return Optional.empty();
      }
      links.add(0, link);
      if (link.extendsTier().isEmpty()) {
        return Optional.of(new TierChain(workspace.fleet(), links));
      }
      next = link.extendsTier().flatMap(parent -> workspace.tier(parent.value()));
    }
    return Optional.empty();
  }

  boolean hasRollOut() {
    return links.stream().anyMatch(link -> link.wave().isPresent());
  }

  /** The roll-outs that have reached a tenant. */
  Reached reached(TenantId tenant, Ring ring) {
    return reached(wave -> wave.reaches(tenant, ring));
  }

  /** All roll-outs, as they reach the last tenant. */
  Reached completed() {
    return reached(wave -> Optional.of(new Origin(Layer.ROLLOUT, wave.id().range())));
  }

  private Reached reached(Function<Wave, Optional<Origin>> reaches) {
    SortedMap<String, Origin> reached = new TreeMap<>();
    for (Tier link : links) {
      link.wave()
          .flatMap(reaches)
          .ifPresent(place -> reached.put(link.fileStem(), place));
    }
    return new Reached(reached);
  }

  /** Effective values for those whom these roll-outs have reached. */
  Settings settings(Reached reached) {
    Settings.Builder settings = Settings.builder();
    if (fleet != null) {
      ImageKeys.ALL.forEach(key -> copy(key, fleet.settings(), settings));
    }
    settings.complete(TierKeys.ALL);
    TenantKeys.FEATURES.forEach(feature -> settings.put(feature, OFF));
    for (Tier link : links) {
      link.extendsTier()
          .ifPresent(parent -> settings.through(new Origin(Layer.TIER, parent.range())));
      settings.lay(Layer.TIER, link.values());
      Origin place = reached.byTier().get(link.fileStem());
      link.wave().filter(wave -> place != null).ifPresent(wave -> settings.lay(wave, place));
    }
    return settings.build();
  }

  private static <T> void copy(Key<T> key, Settings fleet, Settings.Builder settings) {
    fleet.find(key).ifPresent(setting -> settings.put(key, setting));
  }
}
