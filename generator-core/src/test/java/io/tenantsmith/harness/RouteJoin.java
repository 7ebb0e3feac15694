package io.tenantsmith.harness;

import static io.tenantsmith.harness.ClusterObjects.display;
import static io.tenantsmith.harness.ClusterObjects.name;
import static io.tenantsmith.harness.ClusterObjects.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Joins routes, challenges and listeners of a cluster: by the rules of the Gateway API, who is
 * admitted where, and what answers a request.
 */
public final class RouteJoin {

  private final ClusterObjects objects;
  private final List<Listener> listeners = new ArrayList<>();

  /** The join of these objects. */
  public RouteJoin(ClusterObjects objects) {
    this.objects = objects;
    objects.ofKind("Gateway").forEach(this::addListeners);
    objects.ofKind("ListenerSet").stream().filter(this::isAdmitted).forEach(this::addListeners);
  }

  /** A listener of a Gateway or of a ListenerSet that is admitted. */
  private record Listener(JsonNode parent, JsonNode spec) {

    boolean isNamed(JsonNode reference, String ownNamespace) {
      String section = reference.path("sectionName").asString("");
      return parent.path("kind").asString("").equals(reference.path("kind").asString("Gateway"))
          && name(parent).equals(reference.path("name").asString(""))
          && namespace(parent).equals(reference.path("namespace").asString(ownNamespace))
          && (section.isEmpty() || section.equals(spec.path("name").asString("")));
    }

    boolean serves(String host) {
      String own = spec.path("hostname").asString("");
      return own.isEmpty()
          || own.equals(host)
          || (own.startsWith("*.") && host.endsWith(own.substring(1)));
    }

    boolean isSecure() {
      return spec.path("protocol").asString("").equals("HTTPS");
    }
  }

  /** ListenerSets that no Gateway admits, routes and challenges that no listener does. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (JsonNode set : objects.ofKind("ListenerSet")) {
      if (!isAdmitted(set)) {
        problems.add(display(set) + " is not admitted by its Gateway");
      }
    }
    for (JsonNode route : objects.ofKind("HTTPRoute")) {
      for (JsonNode host : route.at("/spec/hostnames")) {
        if (admitting(route, host.asString("")).isEmpty()) {
          problems.add(display(route) + " is admitted by no listener for " + host.asString(""));
        }
      }
      if (route.at("/spec/hostnames").isEmpty()) {
        problems.add(display(route) + " names no host");
      }
      backends(route, problems);
    }
    objects.ofKind("Certificate").forEach(certificate -> challenge(certificate, problems));
    return problems;
  }

  /** Every listener for https has its certificate from a Certificate, or from one of these. */
  public List<String> listenersWithoutCertificate(Set<String> handMade) {
    List<String> problems = new ArrayList<>();
    for (Listener listener : listeners) {
      for (JsonNode reference : listener.spec.at("/tls/certificateRefs")) {
        String namespace = reference.path("namespace").asString(namespace(listener.parent));
        String secret = reference.path("name").asString("");
        boolean made =
            objects.ofKind("Certificate").stream()
                .filter(c -> namespace(c).equals(namespace))
                .filter(c -> c.at("/spec/secretName").asString("").equals(secret))
                .anyMatch(c -> covers(c, listener.spec.path("hostname").asString("")));
        if (!made && !handMade.contains(namespace + "/" + secret)) {
          problems.add(display(listener.parent) + " has no certificate " + secret);
        }
      }
    }
    return problems;
  }

  /** The Service at which a GET of that address arrives, by the most specific match. */
  public Optional<String> serviceAt(String host, String path) {
    Match best = null;
    for (JsonNode route : objects.ofKind("HTTPRoute")) {
      if (names(route, host) && admitting(route, host).stream().anyMatch(Listener::isSecure)) {
        for (JsonNode rule : route.at("/spec/rules")) {
          int weight = weight(rule, path);
          best = weight > (best == null ? 0 : best.weight) ? new Match(route, rule, weight) : best;
        }
      }
    }
    return Optional.ofNullable(best)
        .filter(match -> !match.rule.path("backendRefs").isEmpty())
        .map(
            match ->
                namespace(match.route) + "/" + match.rule.at("/backendRefs/0/name").asString(""));
  }

  private record Match(JsonNode route, JsonNode rule, int weight) {}

  private static boolean names(JsonNode route, String host) {
    return StreamSupport.stream(route.at("/spec/hostnames").spliterator(), false)
        .anyMatch(own -> own.asString("").equals(host));
  }

  /** How exactly a rule matches a GET of a path; 0 if it does not. */
  private static int weight(JsonNode rule, String path) {
    int best = rule.path("matches").isEmpty() ? 1 : 0;
    for (JsonNode match : rule.path("matches")) {
      if (!match.path("method").asString("GET").equals("GET")) {
        continue;
      }
      String value = match.at("/path/value").asString("/");
      int weight =
          switch (match.at("/path/type").asString("PathPrefix")) {
            case "Exact" -> path.equals(value) ? 100_000 : 0;
            case "PathPrefix" -> isPrefix(value, path) ? 1 + value.length() : 0;
            default -> path.matches(value) ? 10_000 : 0;
          };
      best = Math.max(best, weight);
    }
    return best;
  }

  private static boolean isPrefix(String prefix, String path) {
    String whole = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    return path.equals(whole) || path.startsWith(whole + "/");
  }

  private void addListeners(JsonNode parent) {
    parent.at("/spec/listeners").forEach(spec -> listeners.add(new Listener(parent, spec)));
  }

  private boolean isAdmitted(JsonNode set) {
    JsonNode reference = set.at("/spec/parentRef");
    return objects.ofKind("Gateway").stream()
        .filter(gateway -> name(gateway).equals(reference.path("name").asString("")))
        .filter(
            gateway ->
                namespace(gateway).equals(reference.path("namespace").asString(namespace(set))))
        .anyMatch(gateway -> admits(gateway.at("/spec/allowedListeners"), gateway, set));
  }

  private List<Listener> admitting(JsonNode route, String host) {
    List<Listener> admitting = new ArrayList<>();
    for (JsonNode reference : route.at("/spec/parentRefs")) {
      for (Listener listener : listeners) {
        if (listener.isNamed(reference, namespace(route))
            && listener.serves(host)
            && admits(listener.spec.path("allowedRoutes"), listener.parent, route)) {
          admitting.add(listener);
        }
      }
    }
    return admitting;
  }

  private boolean admits(JsonNode allowed, JsonNode owner, JsonNode object) {
    JsonNode kinds = allowed.path("kinds");
    String kind = object.path("kind").asString("");
    boolean kindIsTaken =
        kinds.isEmpty()
            || StreamSupport.stream(kinds.spliterator(), false)
                .anyMatch(k -> k.path("kind").asString("").equals(kind));
    JsonNode from = allowed.path("namespaces");
    return kindIsTaken
        && switch (from.path("from").asString("Same")) {
          case "All" -> true;
          case "Selector" -> objects.selects(from.path("selector"), namespace(object));
          case "Same" -> namespace(owner).equals(namespace(object));
          default -> false;
        };
  }

  /** The route that cert-manager makes for a challenge stands beside the Certificate. */
  private void challenge(JsonNode certificate, List<String> problems) {
    JsonNode reference = certificate.at("/spec/issuerRef");
    for (JsonNode issuer : objects.ofKind(reference.path("kind").asString("Issuer"))) {
      if (!name(issuer).equals(reference.path("name").asString(""))) {
        continue;
      }
      for (JsonNode solver : issuer.at("/spec/acme/solvers")) {
        JsonNode route =
            YamlTrees.trees(
                    "kind: HTTPRoute\nmetadata: {namespace: " + namespace(certificate) + "}\n")
                .get(0);
        for (JsonNode host : certificate.at("/spec/dnsNames")) {
          boolean admitted =
              listeners.stream()
                  .filter(
                      listener ->
                          StreamSupport.stream(
                                  solver.at("/http01/gatewayHTTPRoute/parentRefs").spliterator(),
                                  false)
                              .anyMatch(ref -> listener.isNamed(ref, namespace(certificate))))
                  .filter(listener -> !listener.isSecure() && listener.serves(host.asString("")))
                  .anyMatch(l -> admits(l.spec.path("allowedRoutes"), l.parent, route));
          if (!admitted) {
            problems.add(display(certificate) + ": no listener admits its challenge");
          }
        }
      }
    }
  }

  private void backends(JsonNode route, List<String> problems) {
    for (JsonNode rule : route.at("/spec/rules")) {
      for (JsonNode backend : rule.path("backendRefs")) {
        boolean there =
            objects.ofKind("Service").stream()
                .filter(s -> namespace(s).equals(namespace(route)))
                .filter(s -> name(s).equals(backend.path("name").asString("")))
                .flatMap(s -> StreamSupport.stream(s.at("/spec/ports").spliterator(), false))
                .anyMatch(port -> port.path("port").equals(backend.path("port")));
        if (!there) {
          problems.add(display(route) + " leads to no Service and port: " + backend);
        }
      }
    }
  }

  private static boolean covers(JsonNode certificate, String host) {
    return StreamSupport.stream(certificate.at("/spec/dnsNames").spliterator(), false)
        .anyMatch(own -> own.asString("").equals(host));
  }
}
