package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import java.util.function.Consumer;

/** A plan has room for at least one web pod of its tier, and for a database that can start. */
final class PlanSizeRule implements TenantRule {

  // Below this MariaDB has no room for its buffers beside its own code.
  private static final Bytes MIN_DB_RAM = Bytes.ofMebi(512);
  private static final Cpu MIN_DB_CORES = new Cpu(100);

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    if (tenant.tierSettings().isEmpty()) {
      return;
    }
    check(tenant.settings(), TenantKeys.CPU_LIMIT, TierKeys.WEB_POD_CPU, report);
    check(tenant.settings(), TenantKeys.MEMORY_LIMIT, TierKeys.WEB_POD_MEMORY, report);
    database(tenant.settings().setting(TenantKeys.DB_RAM), TenantKeys.DB_RAM, MIN_DB_RAM, report);
    database(
        tenant.settings().setting(TenantKeys.DB_CORES), TenantKeys.DB_CORES, MIN_DB_CORES, report);
  }

  private static <T extends Comparable<T>> void database(
      Setting<T> has, Key<T> key, T min, Consumer<Diagnostic> report) {
    if (has.value().compareTo(min) < 0) {
      report.accept(
          Diagnostic.error(
                  Code.TEN218,
                  has.origin().range(),
                  key.path() + " " + has.value() + " is too little for a database to start")
              .withHint("write at least " + min));
    }
  }

  private static <T extends Comparable<T>> void check(
      Settings settings, Key<T> plan, Key<T> pod, Consumer<Diagnostic> report) {
    Setting<T> has = settings.setting(plan);
    Setting<T> needs = settings.setting(pod);
    if (has.value().compareTo(needs.value()) < 0) {
      report.accept(
          Diagnostic.error(
                  Code.TEN218,
                  has.origin().range(),
                  plan.path()
                      + " "
                      + has.value()
                      + " is below one web pod of the tier, "
                      + needs.value())
              .withRelated("the pod's size is at", needs.origin().range())
              .withHint("write at least " + needs.value()));
    }
  }
}
