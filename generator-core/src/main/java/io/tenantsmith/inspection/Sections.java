package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Node;
import java.util.function.Consumer;

/**
 * What names a part of another object names one that it has: a route a listener of the tenant's
 * own, a policy a rule of a route.
 */
record Sections(TenantOutput output, Consumer<Finding> report) {

  void inspect() {
    for (ObjectValues object : output.values()) {
      switch (object.kind()) {
        case "HTTPRoute" -> object.spec().get("parentRefs").items().forEach(r -> parent(object, r));
        case "BackendTrafficPolicy" ->
            object.spec().get("targetRefs").items().forEach(r -> target(object, r));
        default -> {}
      }
    }
  }

  private void parent(ObjectValues route, Node parent) {
    Node section = parent.get("sectionName");
    if (parent.get("kind").is("ListenerSet")
        && !section.isMissing()
        && output.own("ListenerSet").stream()
            .noneMatch(set -> isNamed(set.spec().get("listeners"), section))) {
      tell(route, section, "listener", "name a listener of the tenant's ListenerSet");
    }
  }

  private void target(ObjectValues policy, Node target) {
    Node section = target.get("sectionName");
    if (target.get("kind").is("HTTPRoute")
        && !section.isMissing()
        && output.own("HTTPRoute").stream()
            .filter(route -> target.get("name").is(route.name()))
            .noneMatch(route -> isNamed(route.spec().get("rules"), section))) {
      tell(policy, section, "rule", "keep the rule's name in the route, else its limit is lost");
    }
  }

  private static boolean isNamed(Node list, Node name) {
    return list.items().stream().anyMatch(item -> item.get("name").is(name.text()));
  }

  private void tell(ObjectValues object, Node section, String what, String hint) {
    String fact = "there is no " + what + " " + Quoted.quote(section.text());
    report.accept(Finding.of(object, Code.OBJ604, section, fact, hint));
  }
}
