package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.ForeignPods;
import io.tenantsmith.render.Layout;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** No object of a tenant stands, or reaches, where it has nothing to do. */
final class BoundaryRule implements OutputRule {

  /** Every namespace has it; its value is the namespace's name. */
  static final String NAMESPACE_LABEL = "kubernetes.io/metadata.name";

  private static final String DEDICATED = "tenantsmith.io/dedicated";

  /** Kinds of a tenant that the platform reads in its own namespace. */
  private static final Set<String> SHARED =
      Set.of(
          "ExternalSecret",
          "PushSecret",
          "Secret",
          "Role",
          "RoleBinding",
          "ConfigMap",
          "HTTPRoute");

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    ObjectCheck check = new ObjectCheck(output, report);
    output.values().forEach(check::object);
    output.places(Trait.NAMESPACE).forEach(check::namespace);
    output.places(Trait.OWN_NAMESPACE).forEach(s -> check.ownOnly(s, s.node(), check.own()));
    output.places(Trait.TENANT).forEach(s -> check.ownOnly(s, s.node(), check.id()));
    output.places(Trait.TOLERATION).forEach(check::toleration);
    output.places(Trait.WIDE).forEach(check::kind);
    output.places(Trait.SUBJECT).forEach(check::subject);
    output.places(Trait.BUCKET).forEach(check::bucket);
    output.places(Trait.ROUTES_FROM).forEach(check::routesFrom);
  }

  /** Judges one tenant. */
  private record ObjectCheck(TenantOutput output, Consumer<Finding> report) {

    void object(ObjectValues object) {
      standing(object);
      if (object.kind().equals("Role") && !object.namespace().equals(own())) {
        role(object);
      }
      if (object.kind().equals("Schedule")) {
        Node backedUp = object.spec().at("template", "includedNamespaces");
        if (backedUp.items().isEmpty()) {
          tell(new Place(object, backedUp), "all namespaces would be backed up", "name " + own());
        }
      }
    }

    private void standing(ObjectValues object) {
      String namespace = object.namespace();
      boolean ownNamespace = object.kind().equals("Namespace") && object.name().equals(own());
      if (namespace.isEmpty() && !ownNamespace) {
        tell(
            new Place(object, object.root()),
            "it belongs to no tenant's namespace",
            "put it into " + own());
      } else if (!namespace.isEmpty() && !namespace.equals(own()) && !isGuest(object)) {
        tell(
            new Place(object, object.root().at("metadata", "namespace")),
            "a "
                + object.kind()
                + " of a tenant has no place in namespace "
                + Quoted.quote(namespace),
            "put it into " + own());
      }
    }

    /** Some objects of a tenant stand where the platform reads them. */
    private boolean isGuest(ObjectValues object) {
      String velero = output.tenant().cluster().backup().veleroNamespace();
      return (object.namespace().equals(Layout.ADMIN_APPS) && SHARED.contains(object.kind()))
          || (object.namespace().equals(velero) && object.kind().equals("Schedule"));
    }

    /** Where others have Secrets, too, a Role names its own. */
    private void role(ObjectValues object) {
      for (Node rule : object.root().get("rules").items()) {
        Node names = rule.get("resourceNames");
        if (names.items().isEmpty()) {
          tell(
              new Place(object, names),
              "the objects of all tenants could be read",
              "name those of this tenant");
        }
        for (Node name : names.items()) {
          if (!output.known().holds("Secret", object.namespace(), name.text())) {
            tell(
                new Place(object, name),
                Quoted.quote(name.text()) + " is not made for this tenant",
                "name only Secrets that are");
          }
        }
      }
    }

    void namespace(Place place) {
      Node node = place.node();
      if (node.is(own()) || node.isOwnNamespace()) {
        return;
      }
      if (!allowed(node).contains(node.text())) {
        tell(
            place,
            "namespace " + Quoted.quote(node.text()) + " is not this tenant's",
            "leave it out, or name " + own());
      }
    }

    /** Namespaces of the platform that may stand at such a place. */
    private Set<String> allowed(Node node) {
      return switch (node.key()) {
        case "remoteNamespace" -> Set.of(Layout.ADMIN_APPS);
        case NAMESPACE_LABEL -> peers();
        default ->
            isGateway(node) ? Set.of(output.tenant().cluster().gateway().namespace()) : Set.of();
      };
    }

    /** Namespaces whose pods its policies may name. */
    private Set<String> peers() {
      Set<String> namespaces = new HashSet<>(Set.of(Layout.ADMIN_APPS));
      output.foreign().stream().map(ForeignPods::namespace).forEach(namespaces::add);
      return namespaces;
    }

    private static boolean isGateway(Node node) {
      String holder = node.keyAbove();
      return (holder.equals("parentRef") || holder.equals("parentRefs"))
          && node.beside("kind").textOr("Gateway").equals("Gateway");
    }

    void ownOnly(Place place, Node node, String expected) {
      if (!node.is(expected)) {
        report.accept(
            place.finding(
                Code.OBJ602,
                node,
                Quoted.quote(String.valueOf(node.value())) + " is not this tenant",
                "name " + expected + " or nothing"));
      }
    }

    void toleration(Place place) {
      if (place.node().get("key").is(DEDICATED)) {
        ownOnly(place, place.node().get("value"), id());
      }
    }

    void kind(Place place) {
      if (place.node().key().equals("kind")) {
        tell(
            place,
            place.node().text() + " reaches into the namespaces of all tenants",
            "use one that lives in the tenant's namespace");
      }
    }

    /** Groups of the API server are named after the tenant, whatever its namespace is called. */
    void subject(Place place) {
      Node name = place.node().get("name");
      String prefix = output.fleet().identity().groupsPrefix();
      boolean own = output.groups().stream().anyMatch(group -> name.is(prefix + group));
      Node kind = place.node().get("kind");
      if (kind.is("User") || (kind.is("Group") && !own)) {
        report.accept(
            place.finding(
                Code.OBJ602,
                name,
                Quoted.quote(name.text()) + " is no group of this tenant",
                "bind the groups of its admins, users or viewers"));
      }
    }

    /** Below its prefix lie a tenant's backups. */
    void bucket(Place place) {
      Node prefix = place.node().get("prefix");
      if (!prefix.text().startsWith(id() + "/")) {
        report.accept(
            place.finding(
                Code.OBJ602,
                prefix,
                Quoted.quote(prefix.text()) + " is not below this tenant's part of the bucket",
                "begin it with " + id() + "/"));
      }
    }

    void routesFrom(Place place) {
      Node from = place.node().get("from");
      if (from.is("All")) {
        report.accept(
            place.finding(
                Code.OBJ602, from, "routes of all tenants could use this listener", "choose Same"));
      }
    }

    String own() {
      return output.namespace();
    }

    String id() {
      return output.id();
    }

    private void tell(Place place, String fact, String hint) {
      report.accept(place.finding(Code.OBJ602, fact, hint));
    }
  }
}
