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
import io.tenantsmith.model.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Names of the platform are not for tenants. */
final class ReservedIdRule implements TenantRule {

  private static final List<String> RESERVED =
      List.of("default", "flux-system", "argocd", "admin-apps", "authentik", "www", "auth", "chat");
  // A file of such a name cannot be checked out on Windows.
  private static final List<String> DEVICES = List.of("con", "prn", "aux", "nul");
  // The group of all people of "b-admins" would be the group of b's administrators.
  private static final List<String> ROLES = List.of("-admins", "-users", "-viewers", "-owner");

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    Sourced<TenantId> id = tenant.tenant().who().id();
    if (id == null) {
      return;
    }
    String why = reason(id.value().value(), resolution.workspace().fleet());
    if (why != null) {
      report.accept(
          Diagnostic.error(
                  Code.TEN202,
                  id.range(),
                  Quoted.quote(id.value().value()) + " is reserved: " + why)
              .withHint("choose another id"));
    }
  }

  private static @Nullable String reason(String id, @Nullable Fleet fleet) {
    if (id.startsWith("kube-") || RESERVED.contains(id)) {
      return "the platform or Kubernetes uses it";
    }
    if (DEVICES.contains(id) || id.toLowerCase(Locale.ROOT).matches("(com|lpt)[0-9]")) {
      return "no file of that name can exist on Windows";
    }
    if (ROLES.stream().anyMatch(id::endsWith)) {
      return "its group would be one of tenant "
          + Quoted.quote(id.substring(0, id.lastIndexOf('-')));
    }
    if (fleet == null) {
      return null;
    }
    if (id.startsWith(fleet.namespacePrefix().value())) {
      // Names made from it would be namespaces of others: tenant-c's "tenant-c-admin" is c-admin's.
      return "it begins as all namespaces of tenants do";
    }
    for (Cluster cluster : fleet.clusters()) {
      HostName host = cluster.domain().value().withPrefix(id);
      if (host.equals(cluster.identityHost().value())
          || host.equals(cluster.openWebUiHost().value())) {
        return host + " is a host of the platform";
      }
    }
    return platformNamespaces(fleet).contains(fleet.namespacePrefix().value() + id)
        ? "its namespace is one of the platform's"
        : null;
  }

  private static List<String> platformNamespaces(Fleet fleet) {
    List<String> names = new ArrayList<>(RESERVED);
    names.add(fleet.services().monitoring().namespace());
    fleet.clusters().forEach(c -> names.add(c.backup().veleroNamespace()));
    fleet.clusters().forEach(c -> names.add(c.gateway().namespace()));
    fleet.clusters().forEach(c -> names.add(c.gateway().proxyNamespace()));
    return names;
  }
}
