package io.tenantsmith.tier;

import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tier with all it extends. */
final class TierChain {

  private TierChain() {}

  /** Effective values; empty if the chain leads nowhere or in a circle, which a rule reports. */
  static Optional<Settings> settings(Workspace workspace, Tier tier) {
    Overlay overlay = new Overlay().with(Layer.BUILT_IN, BuiltIn.tier());
    if (workspace.fleet() != null) {
      Settings fleet = workspace.fleet().settings();
      ImageKeys.ALL.forEach(key -> copy(key, fleet, overlay));
    }
    return chain(workspace, tier)
        .map(
            chain -> {
              chain.forEach(link -> overlay.with(Layer.TIER, link.values()));
              return overlay.settings();
            });
  }

  private static <T> void copy(Key<T> key, Settings fleet, Overlay overlay) {
    fleet.find(key).ifPresent(setting -> overlay.with(key, setting));
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
