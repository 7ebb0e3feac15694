package io.tenantsmith.harness;

import static io.tenantsmith.harness.ClusterObjects.display;
import static io.tenantsmith.harness.ClusterObjects.name;
import static io.tenantsmith.harness.ClusterObjects.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Joins the rights of an account of Flux with what it applies: it needs the rights to write every
 * object, and of each Role the rights that the Role gives.
 */
public final class RightsJoin {

  private static final List<String> WRITE = List.of("get", "create", "patch", "delete");

  private final List<Right> rights = new ArrayList<>();

  /** Rights of one verb; an empty namespace is all of them, no name is every name. */
  private record Right(
      String namespace, String group, String resource, String verb, Set<String> names) {

    boolean covers(Right needed) {
      return (namespace.isEmpty() || namespace.equals(needed.namespace))
          && group.equals(needed.group)
          && resource.equals(needed.resource)
          && verb.equals(needed.verb)
          && (names.isEmpty() || (!needed.names.isEmpty() && names.containsAll(needed.names)));
    }
  }

  /** The rights that bindings give to an account of flux-system. */
  public RightsJoin(List<JsonNode> objects, String account) {
    for (JsonNode binding : objects) {
      boolean its = false;
      for (JsonNode subject : binding.path("subjects")) {
        its |= isAccount(subject, account);
      }
      if (its && binding.path("kind").asString("").endsWith("RoleBinding")) {
        add(objects, binding);
      }
    }
  }

  private static boolean isAccount(JsonNode subject, String account) {
    return subject.path("kind").asString("").equals("ServiceAccount")
        && subject.path("name").asString("").equals(account)
        && subject.path("namespace").asString("").equals("flux-system");
  }

  private void add(List<JsonNode> objects, JsonNode binding) {
    for (JsonNode role : objects) {
      if (role.path("kind").equals(binding.at("/roleRef/kind"))
          && name(role).equals(binding.at("/roleRef/name").asString(""))
          && namespace(role).equals(namespace(binding))) {
        rights.addAll(rightsOf(role, namespace(binding)));
      }
    }
  }

  /** What the account lacks for applying some objects. */
  public List<String> lackingFor(List<JsonNode> objects, Set<String> resources) {
    Set<String> lacking = new TreeSet<>();
    for (JsonNode object : objects) {
      String resource = resources.stream().filter(r -> isOf(r, object)).findFirst().orElse("?");
      for (String verb : WRITE) {
        String group = group(object);
        Right write =
            new Right(namespace(object), group, plural(resource), verb, Set.of(name(object)));
        if (!covered(write)) {
          lacking.add(display(object) + ": " + verb);
        }
      }
      if (object.path("kind").asString("").equals("Role") && !mayEscalate(object)) {
        rightsOf(object, namespace(object)).stream()
            .filter(right -> !covered(right))
            .forEach(right -> lacking.add(display(object) + " gives: " + right));
      }
    }
    return List.copyOf(lacking);
  }

  private boolean mayEscalate(JsonNode role) {
    return covered(
        new Right(
            namespace(role), "rbac.authorization.k8s.io", "roles", "escalate", Set.of(name(role))));
  }

  private boolean covered(Right needed) {
    return rights.stream().anyMatch(right -> right.covers(needed));
  }

  /** A resource as {@code group/Kind plural}. */
  private static boolean isOf(String resource, JsonNode object) {
    return resource.startsWith(group(object) + "/" + object.path("kind").asString("") + " ");
  }

  private static String plural(String resource) {
    return resource.substring(resource.indexOf(' ') + 1);
  }

  private static String group(JsonNode object) {
    String version = object.path("apiVersion").asString("");
    return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
  }

  private static List<Right> rightsOf(JsonNode role, String namespace) {
    List<Right> rights = new ArrayList<>();
    for (JsonNode rule : role.path("rules")) {
      for (String group : texts(rule.path("apiGroups"))) {
        addRights(rule, namespace, group, rights);
      }
    }
    return rights;
  }

  private static void addRights(JsonNode rule, String namespace, String group, List<Right> rights) {
    Set<String> names = texts(rule.path("resourceNames"));
    for (String resource : texts(rule.path("resources"))) {
      for (String verb : texts(rule.path("verbs"))) {
        rights.add(new Right(namespace, group, resource, verb, names));
      }
    }
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(item -> texts.add(item.asString("")));
    return texts;
  }
}
