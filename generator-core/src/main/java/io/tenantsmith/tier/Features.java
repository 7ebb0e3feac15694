package io.tenantsmith.tier;

import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Setting.Overridden;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Features turn the order of layers round: a tier allows them and turns them on, so what fleet or
 * template turn off stays off although they are lower layers.
 */
final class Features {

  private Features() {}

  static Setting<Boolean> below(Key<Boolean> feature, Settings tier, Map<Layer, Values> lower) {
    Setting<Boolean> allowed = tier.setting(feature);
    if (!allowed.value()) {
      return allowed;
    }
    List<Origin> origins = new ArrayList<>(allowed.origins());
    for (Map.Entry<Layer, Values> layer : lower.entrySet()) {
      Sourced<Boolean> stated = layer.getValue().get(feature).orElse(null);
      if (stated != null) {
        Origin origin = new Origin(layer.getKey(), stated.range());
        if (!stated.value()) {
          origins.add(0, origin);
          return new Setting<>(false, origins, List.of(new Overridden("true", allowed.origin())));
        }
        origins.add(origin);
      }
    }
    return new Setting<>(true, origins, allowed.overridden());
  }
}
