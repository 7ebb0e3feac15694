package io.tenantsmith.patch;

import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Headers that a route may not set. A cookie of the response would be one of the whole domain, and
 * so one of the platform's sign-on; the others tell a service behind the gateway who asks.
 */
final class Headers {

  private static final Set<String> MODIFIERS =
      Set.of("requestHeaderModifier", "responseHeaderModifier");

  private static final Set<String> RESERVED =
      Set.of("set-cookie", "set-cookie2", "cookie", "authorization", "forwarded", "host");
  private static final List<String> RESERVED_BEGINNINGS =
      List.of("x-forwarded-", "x-real-", "x-authentik-", "x-envoy-", "x-original-");

  private Headers() {}

  /** All of them in an object. */
  static List<Forms.Fault> faults(Node root) {
    List<Forms.Fault> faults = new ArrayList<>();
    walk(root, faults);
    return faults;
  }

  private static void walk(Node node, List<Forms.Fault> faults) {
    node.items().forEach(item -> walk(item, faults));
    for (Node entry : node.entries()) {
      if (MODIFIERS.contains(entry.step().toString())) {
        for (String way : List.of("set", "add")) {
          entry.get(way).items().forEach(header -> header(header.get("name"), faults));
        }
      } else {
        walk(entry, faults);
      }
    }
  }

  private static void header(Node name, List<Forms.Fault> faults) {
    String lower = String.valueOf(name.value()).strip().toLowerCase(Locale.ROOT);
    if (RESERVED.contains(lower) || RESERVED_BEGINNINGS.stream().anyMatch(lower::startsWith)) {
      faults.add(new Forms.Fault(name, "is " + name.value() + ", which only the platform sets"));
    }
  }
}
