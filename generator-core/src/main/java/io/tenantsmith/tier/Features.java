package io.tenantsmith.tier;

import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Setting.Overridden;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Features turn the order of layers round: a tier allows them and turns them on, so what fleet or
 * template turn off stays off although they are lower layers.
 */
final class Features {

  private Features() {}

  static Setting<Boolean> below(Key<Boolean> feature, Settings tier, Map<Layer, Values> lower) {
    Setting<Boolean> allowed = tier.setting(feature);
    for (Map.Entry<Layer, Values> layer : lower.entrySet()) {
      Optional<Sourced<Boolean>> stated = layer.getValue().get(feature);
      if (allowed.value() && stated.isPresent() && !stated.get().value()) {
        return new Setting<>(
            false,
            new Origin(layer.getKey(), stated.get().range()),
            List.of(new Overridden("true", allowed.origin())));
      }
    }
    return allowed;
  }
}
