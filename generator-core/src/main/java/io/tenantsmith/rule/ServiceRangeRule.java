package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.AddressRange;
import io.tenantsmith.model.BackupKeys;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.MailKeys;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Addresses that every tenant may call are not those of tenants' pods: such a policy would open one
 * tenant to another. Judged where the cluster states its pods' ranges; their default is a guess.
 * Nor are they where a cloud hands out credentials.
 */
final class ServiceRangeRule implements PerClusterRule {

  private static final List<Key<List<String>>> SERVICES =
      List.of(ClusterKeys.DNS_ADDRESSES, MailKeys.CIDRS, BackupKeys.CIDRS);

  /** Where whoever asks gets the rights of the node, with nearly all clouds. */
  private static final List<String> CREDENTIALS =
      List.of("169.254.169.254/32", "fd00:ec2::254/128");

  @Override
  public void judge(
      Cluster cluster, Fleet fleet, Resolution resolution, Consumer<Diagnostic> report) {
    for (Key<List<String>> service : SERVICES) {
      judge(cluster, service).ifPresent(report);
    }
  }

  private static Optional<Diagnostic> judge(Cluster cluster, Key<List<String>> service) {
    Setting<List<String>> pods = cluster.settings().setting(ClusterKeys.POD_CIDRS);
    Setting<List<String>> addresses = cluster.settings().setting(service);
    for (String range : addresses.value()) {
      if (CREDENTIALS.stream().anyMatch(address -> AddressRange.overlap(range, address))) {
        return Optional.of(
            Diagnostic.error(
                    Code.FLT412,
                    addresses.origin().range(),
                    service.path()
                        + " has "
                        + range
                        + ", where clouds hand out credentials of nodes")
                .withHint("name the addresses of the service alone"));
      }
    }
    if (pods.origin().layer() == Layer.BUILT_IN) {
      return Optional.empty();
    }
    for (String range : addresses.value()) {
      for (String pod : pods.value()) {
        if (AddressRange.overlap(range, pod)) {
          return Optional.of(
              Diagnostic.error(
                      Code.FLT412,
                      addresses.origin().range(),
                      service.path() + " has " + range + " in common with " + pod + " of pods")
                  .withRelated("the pods' ranges are at", pods.origin().range())
                  .withHint(hint(service)));
        }
      }
    }
    return Optional.empty();
  }

  private static String hint(Key<List<String>> service) {
    return service == ClusterKeys.DNS_ADDRESSES
        ? "name servers that run in pods are named by dns.namespace and dns.labels"
        : "name addresses outside of the cluster; tenants' pods have these";
  }
}
