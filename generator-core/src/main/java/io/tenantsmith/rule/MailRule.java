package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.TenantKeys;
import java.util.List;
import java.util.function.Consumer;

/** Warns where no mail can be sent, and says what cannot work there. */
final class MailRule implements Rule {

  /** How many tenants are named. */
  private static final int NAMED = 3;

  private static final String LOST =
      ": nobody is invited or recovers a password, and sites send nothing, not even for an order";

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Fleet fleet = resolution.workspace().fleet();
    if (fleet == null) {
      return;
    }
    List<Cluster> silent = fleet.clusters().stream().filter(c -> !c.statesMail()).toList();
    if (silent.size() == fleet.clusters().size()) {
      Diagnostic warning =
          Diagnostic.warning(Code.FLT409, fleet.name().range(), "there is no mail relay" + LOST)
              .withHint("write mail with host and from");
      report.accept(naming(warning, resolution.tenants()));
      return;
    }
    for (Cluster cluster : silent) {
      Diagnostic warning =
          Diagnostic.warning(
                  Code.FLT409,
                  cluster.name().range(),
                  "cluster " + Quoted.quote(cluster.name().value()) + " has no mail relay" + LOST)
              .withHint("write mail with host and from, here or for the fleet");
      report.accept(naming(warning, ClusterTenants.of(cluster, fleet, resolution)));
    }
  }

  /** Without single sign-on the site's own password is the tenant's only way in. */
  private static Diagnostic naming(Diagnostic warning, List<EffectiveTenant> tenants) {
    Diagnostic naming = warning;
    List<EffectiveTenant> alone = tenants.stream().filter(MailRule::isWithoutSignOn).toList();
    for (EffectiveTenant tenant : alone.subList(0, Math.min(NAMED, alone.size()))) {
      naming =
          naming.withRelated(
              "without sso_enabled, so its first password is handed over as the page of this code"
                  + " says:",
              SourceRange.ofFile(tenant.tenant().file()));
    }
    return naming;
  }

  private static boolean isWithoutSignOn(EffectiveTenant tenant) {
    return tenant.settings().find(TenantKeys.SSO_ENABLED).map(Setting::value).stream()
        .anyMatch(enabled -> !enabled);
  }
}
