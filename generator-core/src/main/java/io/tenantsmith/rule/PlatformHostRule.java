package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The platform's own hosts differ, inside of each cluster. */
final class PlatformHostRule implements PerClusterRule {

  @Override
  public void judge(
      Cluster cluster, Fleet fleet, Resolution resolution, Consumer<Diagnostic> report) {
    Map<HostName, Sourced<HostName>> first = new HashMap<>();
    for (Sourced<HostName> host : HostClaims.platform(cluster)) {
      Sourced<HostName> before = first.putIfAbsent(host.value(), host);
      if (before != null) {
        report.accept(twice(host, before));
      }
    }
  }

  private static Diagnostic twice(Sourced<HostName> host, Sourced<HostName> before) {
    return Diagnostic.error(
            Code.FLT402,
            host.range(),
            "host " + Quoted.quote(host.value().value()) + " has another use already")
        .withRelated("first at", before.range())
        .withHint("domain, identity.host and open_webui.host must differ");
  }
}
