package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.PlatformObjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every route is admitted by a listener for each of its hosts, every ListenerSet by the Gateway,
 * and so is the route that cert-manager makes beside each Certificate for the ACME challenge: none
 * of that fails anywhere, the host is only never served.
 */
final class RouteAdmissionRule implements OutputRule {

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    Judge judge = new Judge(output, report, labels(output), listeners(output));
    for (ObjectValues object : output.values()) {
      switch (object.kind()) {
        case "HTTPRoute" -> judge.route(object);
        case "ListenerSet" -> judge.gateway(object, "no listener of it is served");
        case "Certificate" -> judge.challenge(object);
        default -> {}
      }
    }
  }

  /** Labels of the namespaces in which a tenant has objects. */
  private static Map<String, Map<String, String>> labels(TenantOutput output) {
    Map<String, Map<String, String>> labels = new HashMap<>();
    String gateway = output.tenant().cluster().gateway().name();
    labels.put(
        Layout.ADMIN_APPS,
        Map.of(
            BoundaryRule.NAMESPACE_LABEL, Layout.ADMIN_APPS, PlatformObjects.ADMITTED_BY, gateway));
    Map<String, String> own = new HashMap<>();
    for (ObjectValues object : output.values()) {
      if (object.kind().equals("Namespace") && object.name().equals(output.namespace())) {
        for (Node label : object.root().at("metadata", "labels").entries()) {
          own.put(label.step().toString(), label.text());
        }
      }
    }
    own.put(BoundaryRule.NAMESPACE_LABEL, output.namespace());
    labels.put(output.namespace(), own);
    return labels;
  }

  /** What a route may name: the listeners of the shared Gateway and of the tenant. */
  private static List<Listener> listeners(TenantOutput output) {
    List<Listener> listeners = new ArrayList<>();
    Cluster cluster = output.tenant().cluster();
    Cluster.Gateway gateway = cluster.gateway();
    Parent shared = new Parent("Gateway", gateway.namespace(), gateway.name());
    Map<String, String> admits = Map.of(PlatformObjects.ADMITTED_BY, gateway.name());
    listeners.add(new Listener(shared, PlatformObjects.HTTP_LISTENER, "", admits));
    listeners.add(
        new Listener(
            shared, PlatformObjects.SITES_LISTENER, "*." + cluster.domain().value(), admits));
    for (ObjectValues set : output.own("ListenerSet")) {
      Parent parent = new Parent(set.kind(), set.namespace(), set.name());
      for (Node listener : set.spec().get("listeners").items()) {
        listeners.add(
            new Listener(
                parent,
                listener.get("name").text(),
                listener.get("hostname").text(),
                admitted(listener, set.namespace())));
      }
    }
    return listeners;
  }

  /** Labels that a route's namespace must have; the default is the same namespace. */
  private static Map<String, String> admitted(Node listener, String namespace) {
    Node from = listener.at("allowedRoutes", "namespaces");
    Map<String, String> labels = new HashMap<>();
    if (from.get("from").is("Selector")) {
      from.at("selector", "matchLabels")
          .entries()
          .forEach(label -> labels.put(label.step().toString(), label.text()));
    } else if (!from.get("from").is("All")) {
      labels.put(BoundaryRule.NAMESPACE_LABEL, namespace);
    }
    return labels;
  }

  private record Parent(String kind, String namespace, String name) {}

  /** A listener: for hosts below a wildcard, for one host, or for all if that is empty. */
  private record Listener(Parent parent, String name, String host, Map<String, String> admits) {

    boolean serves(String hostname) {
      return host.isEmpty()
          || host.equals(hostname)
          || (host.startsWith("*.") && hostname.endsWith(host.substring(1)));
    }
  }

  /** Judges one tenant. */
  private record Judge(
      TenantOutput output,
      Consumer<Finding> report,
      Map<String, Map<String, String>> labels,
      List<Listener> listeners) {

    void route(ObjectValues route) {
      Map<String, String> own = labels.getOrDefault(route.namespace(), Map.of());
      List<Listener> admitting = new ArrayList<>();
      boolean known = true;
      for (Node reference : route.spec().get("parentRefs").items()) {
        Parent parent =
            new Parent(
                reference.get("kind").textOr("Gateway"),
                reference.get("namespace").textOr(route.namespace()),
                reference.get("name").text());
        Node section = reference.get("sectionName");
        List<Listener> named =
            listeners.stream()
                .filter(listener -> listener.parent.equals(parent))
                .filter(listener -> section.isMissing() || section.is(listener.name))
                .toList();
        known &= !named.isEmpty() || isMissingListener(route, reference, parent, section);
        named.stream()
            .filter(listener -> own.entrySet().containsAll(listener.admits.entrySet()))
            .forEach(admitting::add);
      }
      if (known) {
        hosts(route, admitting);
      }
    }

    /** A parent that is not there, and a section of a ListenerSet, are told by another rule. */
    private boolean isMissingListener(
        ObjectValues route, Node reference, Parent parent, Node section) {
      if (parent.equals(listeners.get(0).parent)) {
        report.accept(
            Finding.of(
                route,
                Code.OBJ613,
                section.isMissing() ? reference : section,
                "the Gateway has no listener " + Quoted.quote(section.text()),
                "name " + PlatformObjects.HTTP_LISTENER + " or " + PlatformObjects.SITES_LISTENER));
      }
      return false;
    }

    private void hosts(ObjectValues route, List<Listener> admitting) {
      for (Node host : route.spec().get("hostnames").items()) {
        if (admitting.stream().noneMatch(listener -> listener.serves(host.text()))) {
          report.accept(
              Finding.of(
                  route,
                  Code.OBJ613,
                  host,
                  "no listener that it names admits a route of namespace "
                      + Quoted.quote(route.namespace())
                      + " for "
                      + Quoted.quote(host.text()),
                  "name a listener of this host that admits the namespace"));
        }
      }
    }

    void challenge(ObjectValues certificate) {
      if (certificate
          .spec()
          .at("issuerRef", "name")
          .is(output.tenant().cluster().issuer().name())) {
        gateway(certificate, "its ACME challenge is never answered");
      }
    }

    /** The Gateway admits the object's namespace. */
    void gateway(ObjectValues object, String otherwise) {
      String gateway = output.tenant().cluster().gateway().name();
      String label =
          labels.getOrDefault(object.namespace(), Map.of()).get(PlatformObjects.ADMITTED_BY);
      if (!gateway.equals(label)) {
        report.accept(
            Finding.of(
                object,
                Code.OBJ613,
                object.root().at("metadata", "namespace"),
                "the Gateway does not admit namespace "
                    + Quoted.quote(object.namespace())
                    + ": "
                    + otherwise,
                "give the namespace the label " + PlatformObjects.ADMITTED_BY + "=" + gateway));
      }
    }
  }
}
