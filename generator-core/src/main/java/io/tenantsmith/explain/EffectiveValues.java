package io.tenantsmith.explain;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.ExplainResult;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import java.util.ArrayList;
import java.util.List;

/** Effective values with all that is known of where they come from. */
final class EffectiveValues {

  private EffectiveValues() {}

  /** The values of these keys, as far as they are set. */
  static List<ExplainResult.Value> of(List<Key<?>> keys, Settings settings) {
    List<ExplainResult.Value> values = new ArrayList<>();
    for (Key<?> key : keys) {
      if (settings.find(key).isPresent()) {
        values.add(of(key, settings));
      }
    }
    return values;
  }

  /** The value of a key, which may be unset. */
  static ExplainResult.Value of(Key<?> key, Settings settings) {
    Setting<?> setting = settings.find(key).orElse(null);
    if (setting == null) {
      ExplainResult.Origin nowhere = new ExplainResult.Origin(UNSTATED, null);
      return value(
          key, "none", new ExplainResult.Source(nowhere, List.of(), List.of(), "", List.of()));
    }
    return value(
        key,
        ValueWords.of(setting.value()),
        new ExplainResult.Source(
            origin(setting.origin()),
            also(setting),
            setting.from().stream().map(KeyNames::of).toList(),
            isDerived(key, setting) ? KeyFormulas.of(key, settings) : "",
            setting.overridden().stream().map(EffectiveValues::overridden).toList()));
  }

  /** What stands for a layer where a value is optional and nobody states it. */
  static final String UNSTATED = "not stated";

  private static boolean isDerived(Key<?> key, Setting<?> setting) {
    return key.isDerived()
        && (!setting.from().isEmpty() || setting.origin().layer() == Layer.BUILT_IN);
  }

  private static ExplainResult.Value value(Key<?> key, String text, ExplainResult.Source source) {
    return new ExplainResult.Value(KeyNames.of(key), text, source, KeyNames.documents(key));
  }

  /** What follows from others has its places there. */
  private static List<SourceRange> also(Setting<?> setting) {
    return setting.from().isEmpty()
        ? setting.origins().stream()
            .skip(1)
            .filter(origin -> origin.layer() != Layer.BUILT_IN)
            .map(Origin::range)
            .distinct()
            .toList()
        : List.of();
  }

  private static ExplainResult.Overridden overridden(Setting.Overridden lost) {
    return new ExplainResult.Overridden(ValueWords.of(lost.value()), origin(lost.origin()));
  }

  private static ExplainResult.Origin origin(Origin origin) {
    return new ExplainResult.Origin(
        origin.layer().label(), origin.layer() == Layer.BUILT_IN ? null : origin.range());
  }
}
