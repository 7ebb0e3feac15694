package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.rule.HostClaims.Claim;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notes where one tenant's domain lies below another's: legal, but rarely intended. */
final class ParentDomainRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    List<Claim> custom =
        HostClaims.of(resolution).stream()
            .filter(claim -> !claim.derived() && !claim.owner().equals(HostClaims.PLATFORM))
            .toList();
    Map<String, Claim> byHost = new HashMap<>();
    custom.forEach(claim -> byHost.putIfAbsent(claim.host().value(), claim));
    custom.forEach(claim -> check(claim, byHost, report));
  }

  private static void check(Claim claim, Map<String, Claim> byHost, Consumer<Diagnostic> report) {
    for (String above = parent(claim.host()); above != null; above = parent(above)) {
      Claim holder = byHost.get(above);
      if (holder != null && !holder.owner().equals(claim.owner())) {
        report.accept(
            Diagnostic.warning(
                    Code.TEN222,
                    claim.range(),
                    "domain "
                        + Quoted.quote(claim.host().value())
                        + " lies below a domain of "
                        + holder.owner())
                .withRelated("the other is at", holder.range())
                .withHint("make sure that both tenants agree: they share cookies of the parent"));
        return;
      }
    }
  }

  private static @Nullable String parent(HostName host) {
    return parent(host.value());
  }

  private static @Nullable String parent(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? null : host.substring(dot + 1);
  }
}
