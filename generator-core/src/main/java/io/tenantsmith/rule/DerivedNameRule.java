package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantId;
import java.util.function.Consumer;

/**
 * Host names made from the id are valid. Its namespace always fits: the schemas hold prefix and id
 * below 63 characters together.
 */
final class DerivedNameRule implements TenantRule {

  private static final int MAX_LENGTH = 253;

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    Sourced<TenantId> id = tenant.tenant().who().id();
    if (id == null) {
      return;
    }
    tenant.hostNames().stream()
        .flatMap(hosts -> hosts.all().stream())
        .filter(host -> host.value().length() > MAX_LENGTH)
        .forEach(host -> report.accept(tooLong(id, host)));
  }

  private static Diagnostic tooLong(Sourced<TenantId> id, HostName host) {
    int length = host.value().length();
    return Diagnostic.error(Code.TEN209, id.range(), "a host would have " + length + " characters")
        .withHint("at most " + MAX_LENGTH + " are possible; choose a shorter id or name");
  }
}
