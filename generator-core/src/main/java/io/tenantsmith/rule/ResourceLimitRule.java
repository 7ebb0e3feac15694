package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import java.util.function.Consumer;

/** No resource is above the tier's limit. */
final class ResourceLimitRule implements TenantRule {

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    tenant
        .tierSettings()
        .ifPresent(
            tier -> {
              Check check = new Check(tenant, tier, report);
              check.limit(TenantKeys.CPU_LIMIT, TierKeys.LIMIT_CPU);
              check.limit(TenantKeys.MEMORY_LIMIT, TierKeys.LIMIT_MEMORY);
              check.limit(TenantKeys.STORAGE_SIZE, TierKeys.LIMIT_STORAGE);
            });
  }

  private record Check(EffectiveTenant tenant, Settings tier, Consumer<Diagnostic> report) {

    <T extends Comparable<T>> void limit(Key<T> key, Key<Limit<T>> max) {
      Setting<Limit<T>> limit = tier.setting(max);
      tenant
          .tenant()
          .values()
          .get(key)
          .filter(stated -> !limit.value().allows(stated.value()))
          .ifPresent(stated -> report.accept(above(key, stated, limit)));
    }

    private static <T extends Comparable<T>> Diagnostic above(
        Key<T> key, Sourced<T> stated, Setting<Limit<T>> limit) {
      return Diagnostic.error(
              Code.TEN216,
              stated.range(),
              key.path() + " " + stated.value() + " is above the tier's limit of " + limit.value())
          .withRelated("the limit is at", limit.origin().range())
          .withHint(
              "write at most "
                  + limit.value()
                  + (key.equals(TenantKeys.STORAGE_SIZE) ? ", if no more was ever published" : "")
                  + ", or choose a larger tier");
    }
  }
}
