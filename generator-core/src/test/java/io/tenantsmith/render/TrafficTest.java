package io.tenantsmith.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.run.RenderedArtifacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What holds for every route and every policy about the gateway, of the sample and of all variants:
 * in a new route or a new policy it is forgotten easily, and nothing else would tell.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrafficTest {

  private static final String OWNER = "gateway.envoyproxy.io~1owning-gateway-";

  /** An object and the rest of its cluster. */
  private record Seen(JsonNode object, List<JsonNode> cluster) {

    Stream<JsonNode> others(String kind) {
      return cluster.stream().filter(other -> other.path("kind").asString("").equals(kind));
    }

    String name() {
      return text(object, "/metadata/namespace") + "/" + text(object, "/metadata/name");
    }

    @Override
    public String toString() {
      return name();
    }
  }

  private final List<Seen> all = new ArrayList<>();

  @BeforeAll
  void render(@TempDir Path folder) throws IOException {
    add(SampleFleet.copyTo(folder.resolve("sample"), 1));
    for (String fleet : VariantFleet.names()) {
      add(VariantFleet.copyTo(folder.resolve(fleet), fleet));
    }
  }

  private void add(Path fleet) {
    List<JsonNode> objects = new ArrayList<>();
    for (Artifact artifact : RenderedArtifacts.of(fleet).all()) {
      if (artifact.path().value().endsWith(".yaml")) {
        objects.addAll(YamlTrees.trees(artifact.text()));
      }
    }
    objects.forEach(object -> all.add(new Seen(object, objects)));
  }

  /** A rule without a limit of its own is ended by the policy of its route when it stands still. */
  @Test
  void whatIsPassedOnHasALimitOfTime() {
    List<String> unlimited = new ArrayList<>();
    for (Seen route : kind("HTTPRoute")) {
      for (JsonNode rule : route.object().at("/spec/rules")) {
        String limit = text(rule, "/timeouts/request");
        if (rule.has("backendRefs") && (limit.isEmpty() || limit.equals("0s") && !ends(route))) {
          unlimited.add(route.name() + " rule " + text(rule, "/name"));
        }
      }
    }
    assertThat(unlimited).isEmpty();
  }

  private static boolean ends(Seen route) {
    return route
        .others("BackendTrafficPolicy")
        .filter(policy -> same(policy, route.object(), "/metadata/namespace"))
        .filter(policy -> policy.at("/spec/timeout/http").has("streamIdleTimeout"))
        .map(policy -> policy.at("/spec/targetRefs/0"))
        .anyMatch(
            target ->
                !target.has("sectionName")
                    && text(target, "/name").equals(text(route.object(), "/metadata/name")));
  }

  /** A policy whose target is not there, or has no such rule, limits nothing. */
  @Test
  void everyPolicyHasItsTarget() {
    assertThat(kind("BackendTrafficPolicy")).isNotEmpty();
    assertThat(faults("BackendTrafficPolicy", TrafficTest::hasTarget)).isEmpty();
  }

  private static boolean hasTarget(Seen policy) {
    return policy
        .others("HTTPRoute")
        .filter(route -> same(route, policy.object(), "/metadata/namespace"))
        .anyMatch(route -> selects(policy, route) || names(policy, route));
  }

  private static boolean names(Seen policy, JsonNode route) {
    JsonNode target = policy.object().at("/spec/targetRefs/0");
    return text(route, "/metadata/name").equals(text(target, "/name"))
        && (!target.has("sectionName") || rules(route).contains(text(target, "/sectionName")));
  }

  private static boolean selects(Seen policy, JsonNode route) {
    JsonNode wanted = policy.object().at("/spec/targetSelectors/0/matchLabels");
    JsonNode labels = route.at("/metadata/labels");
    return wanted.isObject()
        && wanted.properties().stream().allMatch(l -> l.getValue().equals(labels.get(l.getKey())));
  }

  /** Wherever Authentik answers, its sign-in answers through a route that is limited. */
  @Test
  void everySignOnHostIsLimited() {
    Set<String> answering = new TreeSet<>();
    Set<String> limited = new TreeSet<>();
    for (Seen route : kind("HTTPRoute")) {
      if (text(route.object(), "/spec/rules/0/backendRefs/0/name").equals("authentik")) {
        String hosts = route.object().at("/spec/hostnames").toString();
        boolean held = route.others("BackendTrafficPolicy").anyMatch(p -> limits(p, route));
        (held ? limited : answering).add(hosts);
        assertThat(route.object().toString().contains("/api/v3/flows/executor/")).isEqualTo(held);
      }
    }
    assertThat(answering).hasSizeGreaterThan(1).isEqualTo(limited);
  }

  private static boolean limits(JsonNode policy, Seen route) {
    return policy.at("/spec").has("rateLimit")
        && selects(new Seen(policy, List.of()), route.object());
  }

  @Test
  void aFilterThatARuleNamesIsThere() {
    assertThat(faults("HTTPRoute", TrafficTest::hasFilters)).isEmpty();
  }

  private static boolean hasFilters(Seen route) {
    return route.object().findValues("extensionRef").stream()
        .allMatch(
            name ->
                route
                    .others(text(name, "/kind"))
                    .filter(filter -> same(filter, route.object(), "/metadata/namespace"))
                    .anyMatch(f -> text(f, "/metadata/name").equals(text(name, "/name"))));
  }

  /** The proxies of all Gateways of a class have all other labels in common. */
  @Test
  void everyPeerAtTheProxiesIsOfOneGateway() {
    List<JsonNode> peers = new ArrayList<>();
    for (Seen policy : kind("NetworkPolicy")) {
      Set<String> owners = new TreeSet<>();
      policy
          .others("Gateway")
          .forEach(g -> owners.add(text(g, "/metadata/namespace") + text(g, "/metadata/name")));
      for (JsonNode peer : peers(policy.object())) {
        if (text(peer, "/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
            .equals("envoy-gateway-system")) {
          peers.add(peer);
          JsonNode labels = peer.at("/podSelector/matchLabels");
          assertThat(text(labels, "/" + OWNER + "namespace") + text(labels, "/" + OWNER + "name"))
              .as(policy.name())
              .isIn(owners);
        }
      }
    }
    assertThat(peers).hasSizeGreaterThan(20);
  }

  private static List<JsonNode> peers(JsonNode policy) {
    List<JsonNode> peers = new ArrayList<>();
    for (String side : List.of("from", "to")) {
      policy.findValues(side).forEach(list -> list.forEach(peers::add));
    }
    return peers;
  }

  /** A relay or a store that has an address of one version only is reached all the same. */
  @Test
  void whoMayReachTheInternetMayDoSoByBothVersions() {
    int open = 0;
    for (Seen policy : kind("NetworkPolicy")) {
      for (JsonNode rule : policy.object().at("/spec/egress")) {
        List<String> ranges =
            rule.at("/to").valueStream().map(peer -> text(peer, "/ipBlock/cidr")).toList();
        assertThat(ranges.contains("2000::/3"))
            .as(policy.name())
            .isEqualTo(ranges.contains("0.0.0.0/0"));
        open += ranges.contains("2000::/3") ? 1 : 0;
      }
    }
    assertThat(open).isGreaterThan(20);
  }

  /**
   * The issuer's solver brings a route with an exact path to the http listener, for as long as it
   * takes. An exact path of ours, or an expression, could win against it.
   */
  @Test
  void redirectsFromHttpLeaveTheSolverItsPath() {
    Predicate<Seen> isFromHttp = route -> sections(route.object()).contains("http");
    assertThat(kind("HTTPRoute").stream().filter(isFromHttp)).hasSizeGreaterThan(20);
    assertThat(faults("HTTPRoute", isFromHttp.negate().or(TrafficTest::hasPrefixesOnly))).isEmpty();
  }

  private static boolean hasPrefixesOnly(Seen route) {
    return route.object().findValues("path").stream()
        .allMatch(path -> text(path, "/type").equals("PathPrefix"));
  }

  /** Where a redirect leads somebody answers; it sends no POST on and leads to no redirect. */
  @Test
  void redirectsLeadToTheSiteOfTheSameTenant() {
    List<String> hosts = new ArrayList<>();
    for (Seen route : kind("HTTPRoute")) {
      for (JsonNode rule : route.object().at("/spec/rules")) {
        for (JsonNode redirect : rule.findValues("requestRedirect")) {
          if (redirect.has("hostname")) {
            hosts.add(text(redirect, "/hostname"));
            assertThat(rule.findValues("method").stream().map(JsonNode::asString))
                .containsExactly("GET", "HEAD");
            assertThat(site(route)).as(route.name()).containsExactly(text(redirect, "/hostname"));
            assertThat(text(redirect, "/scheme")).isEqualTo("https");
          }
        }
      }
    }
    assertThat(hosts).hasSizeGreaterThan(3);
  }

  private static Stream<String> site(Seen route) {
    return route
        .others("HTTPRoute")
        .filter(other -> same(other, route.object(), "/metadata/namespace"))
        .filter(other -> text(other, "/metadata/name").equals("wordpress"))
        .flatMap(other -> other.at("/spec/hostnames").valueStream().map(JsonNode::asString));
  }

  /** The objects of a kind that are not as they must be. */
  private List<String> faults(String kind, Predicate<Seen> right) {
    return kind(kind).stream().filter(right.negate()).map(Seen::name).distinct().toList();
  }

  private List<Seen> kind(String kind) {
    return all.stream().filter(seen -> text(seen.object(), "/kind").equals(kind)).toList();
  }

  private static List<String> rules(JsonNode route) {
    return route.at("/spec/rules").valueStream().map(rule -> text(rule, "/name")).toList();
  }

  private static List<String> sections(JsonNode route) {
    return route.at("/spec/parentRefs").valueStream().map(p -> text(p, "/sectionName")).toList();
  }

  private static boolean same(JsonNode one, JsonNode other, String pointer) {
    return one.at(pointer).equals(other.at(pointer));
  }

  private static String text(JsonNode node, String pointer) {
    return node.at(pointer).asString("");
  }
}
