package io.tenantsmith.tier;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Ring;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.SettingsBuilder;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.model.Wave;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.tier.TierChain.Standing.Part;
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

  /** What the roll-outs of a chain are for somebody, by tier. */
  record Standing(SortedMap<String, Part> byTier) {

    /** Where nobody asks for roll-outs. */
    static final Standing NONE = new Standing(new TreeMap<>());

    Standing {
      byTier = Collections.unmodifiableSortedMap(byTier);
    }

    /**
     * Whether a roll-out reaches somebody.
     *
     * @param because the places that say so
     */
    record Part(boolean reached, List<Origin> because) {}
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

  /** Which roll-outs have reached a tenant. */
  Standing standing(TenantId tenant, Ring ring) {
    return standing(wave -> new Part(wave.reaches(tenant, ring), wave.deciders(ring)));
  }

  /** All roll-outs done. */
  Standing completed() {
    return standing(wave -> new Part(true, List.of()));
  }

  private Standing standing(Function<Wave, Part> judge) {
    SortedMap<String, Part> parts = new TreeMap<>();
    for (Tier link : links) {
      link.wave().map(judge).ifPresent(part -> parts.put(link.fileStem(), part));
    }
    return new Standing(parts);
  }

  /** Effective values for those of that standing. */
  Settings settings(Standing standing) {
    SettingsBuilder settings = Settings.builder();
    if (fleet != null) {
      ImageKeys.ALL.forEach(key -> copy(key, fleet.settings(), settings));
    }
    settings.complete(TierKeys.ALL);
    TenantKeys.FEATURES.forEach(feature -> settings.put(feature, OFF));
    for (Tier link : links) {
      link.extendsTier()
          .ifPresent(parent -> settings.through(new Origin(Layer.TIER, parent.range())));
      settings.lay(Layer.TIER, link.values());
      Optional<Part> part = Optional.ofNullable(standing.byTier().get(link.fileStem()));
      link.wave().ifPresent(wave -> part.ifPresent(reached -> lay(wave, reached, settings)));
    }
    return settings.build();
  }

  /** Also of a value that the roll-out has not reached yet, it is a cause. */
  private static void lay(Wave wave, Part part, SettingsBuilder settings) {
    if (part.reached()) {
      settings.lay(Layer.ROLLOUT, wave.set());
    }
    part.because().forEach(place -> settings.through(place, wave.set().keys()));
  }

  private static <T> void copy(Key<T> key, Settings fleet, SettingsBuilder settings) {
    fleet.find(key).ifPresent(setting -> settings.put(key, setting));
  }
}
