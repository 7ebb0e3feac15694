package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A custom domain is a tenant's own: once, public, and not below the platform's domain. */
final class OwnDomainRule implements TenantRule {

  private static final List<String> INTERNAL =
      List.of("local", "localhost", "internal", "svc", "arpa", "onion", "lan", "intranet");

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    Map<HostName, Sourced<HostName>> seen = new HashMap<>();
    for (Sourced<HostName> domain : tenant.settings().get(TenantKeys.CUSTOM_DOMAINS)) {
      Sourced<HostName> first = seen.putIfAbsent(domain.value(), domain);
      if (first != null) {
        report.accept(
            error(Code.TEN212, domain, "appears here a second time")
                .withRelated("first at", first.range())
                .withHint("keep one of them"));
      }
      place(domain, resolution.workspace().fleet(), report);
    }
  }

  private static void place(
      Sourced<HostName> domain, @Nullable Fleet fleet, Consumer<Diagnostic> report) {
    String host = domain.value().value();
    if (INTERNAL.contains(host.substring(host.lastIndexOf('.') + 1))) {
      report.accept(
          error(Code.TEN211, domain, "is a name of internal networks")
              .withHint("name a public domain that the tenant owns"));
    } else if (fleet != null) {
      fleet.clusters().stream()
          .map(Cluster::domain)
          .filter(platform -> domain.value().isWithin(platform.value()))
          .findFirst()
          .ifPresent(platform -> report.accept(within(domain, platform)));
    }
  }

  private static Diagnostic within(Sourced<HostName> domain, Sourced<HostName> platform) {
    return error(Code.TEN211, domain, "is the platform's own or lies below it")
        .withRelated("the platform's domain is at", platform.range())
        .withHint("remove it: every tenant has <tenant_id>." + platform.value() + " already");
  }

  private static Diagnostic error(Code code, Sourced<HostName> domain, String fact) {
    return Diagnostic.error(
        code, domain.range(), "domain " + Quoted.quote(domain.value().value()) + " " + fact);
  }
}
