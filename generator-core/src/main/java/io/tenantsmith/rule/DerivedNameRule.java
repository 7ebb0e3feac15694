package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantId;
import java.util.function.Consumer;

/** Names made of the id fit where they go. */
final class DerivedNameRule implements TenantRule {

  private static final int LABEL = 63;
  private static final int HOST = 253;

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    Fleet fleet = resolution.workspace().fleet();
    Sourced<TenantId> id = tenant.tenant().who().id();
    if (fleet == null || id == null) {
      return;
    }
    String namespace = fleet.namespacePrefix().value() + id.value();
    if (namespace.length() > LABEL) {
      report.accept(
          tooLong(id, "its namespace would have " + namespace.length(), LABEL)
              .withRelated("the prefix is at", fleet.namespacePrefix().range()));
    }
    tenant.hostNames().stream()
        .flatMap(hosts -> hosts.all().stream())
        .map(HostName::value)
        .filter(host -> host.length() > HOST)
        .forEach(host -> report.accept(tooLong(id, "a host would have " + host.length(), HOST)));
  }

  private static Diagnostic tooLong(Sourced<TenantId> id, String fact, int most) {
    return Diagnostic.error(Code.TEN209, id.range(), fact + " characters")
        .withHint("at most " + most + " are possible; choose a shorter id or name");
  }
}
