package io.tenantsmith.render.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.GoldenFleet.TenantFixture;
import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Routes of more hosts than one route takes, which no tenant of the golden has. */
class RouteContributorTest {

  private static final String PLATFORM = "many.sites.example.com";

  @Test
  void onlyTheFirstHostIsTheSites() {
    assertThat(hosts(render(17), "wordpress")).containsExactly("h1.example.org");
    assertThat(sections(render(17), "wordpress")).containsExactly("h1-example-org");
    assertThat(hosts(render(0), "wordpress")).containsExactly(PLATFORM);
    assertThat(sections(render(0), "wordpress")).containsExactly("https-sites");
  }

  @Test
  void aRouteTakesSixteenHostsAndMoreGoIntoNumberedOnes() {
    Artifact file = render(18);
    assertThat(hosts(file, "canonical-redirect")).hasSize(16).startsWith("h2.example.org");
    assertThat(hosts(file, "canonical-redirect-2")).containsExactly("h18.example.org", PLATFORM);
    assertThat(hosts(file, "https-redirect")).hasSize(16).startsWith("h1.example.org");
    assertThat(hosts(file, "https-redirect-2"))
        .containsExactly("h17.example.org", "h18.example.org", PLATFORM);
  }

  @Test
  void aRouteHasNoParentThatKnowsNoneOfItsHosts() {
    Artifact file = render(18);
    assertThat(sections(file, "canonical-redirect")).hasSize(16).doesNotContain("https-sites");
    assertThat(sections(file, "canonical-redirect-2"))
        .containsExactly("https-sites", "h18-example-org");
    assertThat(sections(render(17), "canonical-redirect-2")).containsExactly("https-sites");
  }

  @Test
  void whatChangesSomethingIsNotRedirected() {
    Map<?, ?> rule = (Map<?, ?>) list(spec(render(2), "canonical-redirect").get("rules")).get(0);
    assertThat(list(rule.get("matches")).stream().map(match -> ((Map<?, ?>) match).get("method")))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly("GET", "HEAD");
  }

  @Test
  void aTenantWithoutHostsOfItsOwnHasNeitherListenerNorRedirect() {
    assertThat(render(0).objects())
        .extracting(object -> object.ref().kind() + " " + object.ref().name())
        .containsExactly(
            "HTTPRoute wordpress",
            "BackendTrafficPolicy wordpress",
            "BackendTrafficPolicy wordpress-login",
            "HTTPRoute https-redirect");
  }

  private static Artifact render(int ownHosts) {
    String[] hosts =
        Stream.concat(
                IntStream.rangeClosed(1, ownHosts).mapToObj(i -> "h" + i + ".example.org"),
                Stream.of(PLATFORM))
            .toArray(String[]::new);
    TenantFixture tenant = new TenantFixture("many", "Many", "pro").sites(hosts);
    return new RouteContributor(StateForm.OPEN)
        .contribute(tenant.tenant(), GoldenFleet.fleet(), List.of())
        .get(0);
  }

  private static List<Object> hosts(Artifact file, String route) {
    return List.copyOf(list(spec(file, route).get("hostnames")));
  }

  private static List<Object> sections(Artifact file, String route) {
    return list(spec(file, route).get("parentRefs")).stream()
        .<Object>map(parent -> ((Map<?, ?>) parent).get("sectionName"))
        .toList();
  }

  private static Map<?, ?> spec(Artifact file, String route) {
    KubernetesObject found =
        file.objects().stream()
            .filter(o -> o.ref().kind().equals("HTTPRoute") && o.ref().name().equals(route))
            .findFirst()
            .orElseThrow();
    return (Map<?, ?>) Objects.requireNonNull(found.tree().get("spec"));
  }

  private static List<?> list(Object value) {
    return (List<?>) Objects.requireNonNull(value);
  }
}
