package io.tenantsmith.tier;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tier with all it extends. */
final class TierChain {

  /** No tier allows a feature that it does not name. */
  private static final Setting<Boolean> OFF = Setting.of(false, Origin.BUILT_IN);

  private TierChain() {}

  /** Effective values; empty if the chain is broken or circular, which a rule reports. */
  static Optional<Settings> settings(Workspace workspace, Tier tier) {
    return chain(workspace, tier).map(chain -> laid(workspace.fleet(), chain));
  }

  private static Settings laid(@Nullable Fleet fleet, List<Tier> chain) {
    Settings.Builder settings = Settings.builder();
    if (fleet != null) {
      ImageKeys.ALL.forEach(key -> copy(key, fleet.settings(), settings));
    }
    settings.complete(TierKeys.ALL);
    TenantKeys.FEATURES.forEach(feature -> settings.put(feature, OFF));
    for (Tier link : chain) {
      link.extendsTier()
          .ifPresent(parent -> settings.through(new Origin(Layer.TIER, parent.range())));
      settings.lay(Layer.TIER, link.values());
    }
    return settings.build();
  }

  private static <T> void copy(Key<T> key, Settings fleet, Settings.Builder settings) {
    fleet.find(key).ifPresent(setting -> settings.put(key, setting));
  }

  /** The tier and all it extends, lowest first. */
  private static Optional<List<Tier>> chain(Workspace workspace, Tier tier) {
    List<Tier> chain = new ArrayList<>();
    Optional<Tier> next = Optional.of(tier);
    while (next.isPresent()) {
      Tier link = next.get();
      if (chain.contains(link)) {
        return Optional.empty();
      }
      chain.add(0, link);
      if (link.extendsTier().isEmpty()) {
        return Optional.of(chain);
      }
      next = link.extendsTier().flatMap(parent -> workspace.tier(parent.value()));
    }
    return Optional.empty();
  }
}
