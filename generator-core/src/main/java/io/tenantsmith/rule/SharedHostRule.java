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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * No two clusters have one host: a name leads to one of them, so the other is never reached and
 * never gets a certificate.
 */
final class SharedHostRule implements Rule {

  private static final List<String> FIELDS = List.of("domain", "identity.host", "open_webui.host");

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Fleet fleet = resolution.workspace().fleet();
    if (fleet == null) {
      return;
    }
    Map<HostName, Cluster> holders = new HashMap<>();
    for (Cluster cluster : fleet.clusters()) {
      List<Sourced<HostName>> hosts = HostClaims.platform(cluster);
      Set<String> shared = new LinkedHashSet<>();
      Cluster other = null;
      for (int i = 0; i < hosts.size(); i++) {
        Cluster holder = holders.putIfAbsent(hosts.get(i).value(), cluster);
        if (holder != null && isOther(holder, cluster)) {
          other = other == null ? holder : other;
          shared.add(FIELDS.get(i) + " " + Quoted.quote(hosts.get(i).value().value()));
        }
      }
      if (other != null) {
        report.accept(shared(cluster, other, shared));
      }
    }
  }

  /** Two clusters of one name are reported by another rule. */
  private static boolean isOther(Cluster holder, Cluster cluster) {
    return !holder.name().value().equals(cluster.name().value());
  }

  private static Diagnostic shared(Cluster cluster, Cluster other, Set<String> hosts) {
    return Diagnostic.error(
            Code.FLT411,
            cluster.name().range(),
            "cluster "
                + Quoted.quote(cluster.name().value())
                + " has hosts of another cluster: "
                + String.join(", ", hosts))
        .withRelated("the other is at", other.name().range())
        .withHint("write domain, identity.host and open_webui.host of its own in this cluster");
  }
}
