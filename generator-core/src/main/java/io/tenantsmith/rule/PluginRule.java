package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import java.util.function.Consumer;

/** Plugins and theme need the feature custom_plugins. */
final class PluginRule implements TenantRule {

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    if (tenant.tierSettings().isEmpty()) {
      return;
    }
    Setting<Boolean> allowed = tenant.settings().setting(TenantKeys.CUSTOM_PLUGINS);
    if (allowed.value()) {
      return;
    }
    tenant
        .tenant()
        .values()
        .get(TenantKeys.PLUGINS)
        .filter(plugins -> !plugins.value().isEmpty())
        .map(Sourced::range)
        .ifPresent(range -> refuse("plugins", range, allowed, report));
    tenant
        .tenant()
        .values()
        .get(TenantKeys.THEME)
        .map(Sourced::range)
        .ifPresent(range -> refuse("a theme", range, allowed, report));
  }

  private static void refuse(
      String what, SourceRange range, Setting<Boolean> allowed, Consumer<Diagnostic> report) {
    report.accept(
        Diagnostic.error(Code.TEN219, range, what + " without the feature custom_plugins")
            .withRelated("it is off at", allowed.origin().range())
            .withHint("remove them, or use a tier that has custom_plugins and leave it on"));
  }
}
