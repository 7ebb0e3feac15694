package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.lifecycle.Concern;
import io.tenantsmith.lifecycle.StateTable;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.objects.Node;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A tenant's routes, listeners and certificates are for its own hosts only. */
final class HostNameRule implements OutputRule {

  private static final String ALLOWED = "tenantsmith.io/allowed-hostnames";
  private static final String HINT =
      "name only hosts of the tenant; a new one goes into custom_domains";

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    List<String> allowed = allowed(output.tenant());
    for (ObjectValues object : output.values()) {
      switch (object.kind()) {
        case "Namespace" -> namespace(object, allowed, report);
        case "HTTPRoute", "GRPCRoute", "TLSRoute" -> route(object, allowed, report);
        case "ListenerSet" -> listeners(object, allowed, report);
        case "Certificate" -> certificate(object, allowed, report);
        default -> {}
      }
    }
  }

  /** A state without routes serves no host, whatever the tenant's file goes on to reserve. */
  private static List<String> allowed(ResolvedTenant tenant) {
    return StateTable.concerns(tenant.state()).contains(Concern.ROUTE)
        ? tenant.hosts().all().stream().map(HostName::value).toList()
        : List.of();
  }

  private static void namespace(
      ObjectValues object, List<String> allowed, Consumer<Finding> report) {
    Node list = object.root().at("metadata", "annotations", ALLOWED);
    String expected = String.join(",", allowed);
    boolean none = allowed.isEmpty() && list.isMissing();
    if (!none && !list.is(expected)) {
      report.accept(
          Finding.of(
              object,
              Code.OBJ610,
              list,
              "the admission policy would allow "
                  + Quoted.quote(list.text())
                  + ", but the tenant has "
                  + Quoted.quote(expected),
              "leave this annotation alone; a new host goes into custom_domains"));
    }
  }

  private static void route(ObjectValues object, List<String> allowed, Consumer<Finding> report) {
    Node hosts = object.spec().get("hostnames");
    if (hosts.items().isEmpty()) {
      report.accept(
          Finding.of(
              object, Code.OBJ610, hosts, "a route without host names takes all of them", HINT));
    }
    hosts.items().forEach(host -> host(object, host, allowed, report));
  }

  private static void listeners(
      ObjectValues object, List<String> allowed, Consumer<Finding> report) {
    for (Node listener : object.spec().get("listeners").items()) {
      Node host = listener.get("hostname");
      if (host.isMissing()) {
        report.accept(
            Finding.of(
                object,
                Code.OBJ610,
                host,
                "a listener without a host name takes all of them",
                HINT));
      } else {
        host(object, host, allowed, report);
      }
    }
  }

  private static void certificate(
      ObjectValues object, List<String> allowed, Consumer<Finding> report) {
    object.spec().get("dnsNames").items().forEach(host -> host(object, host, allowed, report));
    Node common = object.spec().get("commonName");
    if (!common.isMissing()) {
      host(object, common, allowed, report);
    }
  }

  private static void host(
      ObjectValues object, Node host, List<String> allowed, Consumer<Finding> report) {
    if (!allowed.contains(host.text())) {
      report.accept(
          Finding.of(
              object,
              Code.OBJ610,
              host,
              Quoted.quote(host.text())
                  + " is not a host of this tenant, which has "
                  + allowed.stream().map(Quoted::quote).collect(Collectors.joining(", ")),
              HINT));
    }
  }
}
