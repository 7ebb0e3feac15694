package io.tenantsmith.planning.danger;

import io.tenantsmith.model.Key;
import io.tenantsmith.model.Labelled;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.OpenWebUiKind;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's tier includes becomes less: because it gets another tier, or because its tier
 * changes. What the tenant states itself is not the tier's.
 */
final class TierDown implements DangerRule {

  /** What a tier includes, the dearest first; more of it is better. */
  private static final List<Included<?>> INCLUDED = included();

  /** One value of a tier, and whether a new one is less than the former. */
  private record Included<T>(Key<T> key, BiPredicate<T, T> less) {

    @Nullable String cut(Settings before, Settings after) {
      Setting<T> old = setting(before);
      Setting<T> now = setting(after);
      if (old == null || now == null || !(isOfTier(old) || isOfTier(now))) {
        return null;
      }
      return less.test(now.value(), old.value())
          ? key + " " + word(old.value()) + " -> " + word(now.value())
          : null;
    }

    /** The setting, unless the tenant states it itself. */
    private @Nullable Setting<T> setting(Settings settings) {
      return settings
          .find(key)
          .filter(setting -> setting.origin().layer() != Layer.TENANT)
          .orElse(null);
    }

    /** What the fleet or a template states on both sides is not the tier's. */
    private static boolean isOfTier(Setting<?> setting) {
      Layer layer = setting.origin().layer();
      return layer == Layer.TIER || layer == Layer.ROLLOUT;
    }

    private static String word(Object value) {
      return value instanceof Labelled word ? word.label() : value.toString();
    }
  }

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    Settings before = comparison.context().before().settings();
    Settings after = comparison.context().after().settings();
    if (before == null || after == null) {
      return;
    }
    List<String> cuts = new ArrayList<>();
    for (Included<?> included : INCLUDED) {
      String cut = included.cut(before, after);
      if (cut != null) {
        cuts.add(cut);
      }
    }
    Pair namespace = comparison.pairs("Namespace").stream().findFirst().orElse(null);
    if (!cuts.isEmpty() && namespace != null) {
      report.accept(
          namespace.danger(
              DangerKind.TIER_DOWN,
              List.of("metadata", "labels", "tenantsmith.io/tier"),
              tiers(before.get(TenantKeys.TIER), after.get(TenantKeys.TIER)) + Cuts.text(cuts)));
    }
  }

  private static List<Included<?>> included() {
    List<Included<?>> included = new ArrayList<>();
    included.add(limit(TierKeys.LIMIT_STORAGE));
    included.add(limit(TierKeys.LIMIT_MEMORY));
    included.add(limit(TierKeys.LIMIT_CPU));
    included.add(limit(TierKeys.CUSTOM_DOMAINS));
    TenantKeys.FEATURES.forEach(feature -> included.add(amount(feature)));
    included.add(amount(TierKeys.WHITE_LABELING));
    included.add(amount(TierKeys.DEDICATED_RESOURCES));
    included.add(
        new Included<>(
            TierKeys.OPEN_WEBUI, (now, old) -> old == OpenWebUiKind.DEDICATED && now != old));
    included.add(limit(TierKeys.LIMIT_WORKFLOWS));
    included.add(limit(TierKeys.LIMIT_API_REQUESTS));
    included.add(amount(TierKeys.DATABASE_STORAGE));
    included.add(amount(TierKeys.DATABASE_RAM));
    included.add(amount(TierKeys.DATABASE_CORES));
    included.add(amount(TierKeys.DATABASE_INSTANCES));
    included.add(amount(TierKeys.WEB_MAX_REPLICAS));
    included.add(amount(TierKeys.WEB_POD_MEMORY));
    included.add(amount(TierKeys.WEB_POD_CPU));
    included.add(amount(TenantKeys.BACKUP_RETENTION_DAYS));
    return List.copyOf(included);
  }

  private static String tiers(String before, String after) {
    return before.equals(after)
        ? "tier " + after + " includes less: "
        : "tier " + before + " -> " + after + " includes less: ";
  }

  private static <T extends Comparable<T>> Included<T> amount(Key<T> key) {
    return new Included<>(key, (now, old) -> now.compareTo(old) < 0);
  }

  private static <T extends Comparable<T>> Included<Limit<T>> limit(Key<Limit<T>> key) {
    return new Included<>(
        key,
        (now, old) ->
            now.amount().isPresent() && old.amount().map(o -> !now.allows(o)).orElse(true));
  }
}
