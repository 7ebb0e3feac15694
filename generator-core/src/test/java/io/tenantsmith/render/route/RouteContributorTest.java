package io.tenantsmith.render.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.GoldenFleet.TenantFixture;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Routes of more hosts than one route takes, which no tenant of the golden has. */
class RouteContributorTest {

  private static final String PLATFORM = "many.sites.example.com";

  @Test
  void aRouteTakesSixteenHostsAndMoreGoIntoNumberedOnes() {
    Artifact file = render(17);
    assertThat(hosts(file, "wordpress")).hasSize(16).startsWith("h1.example.org");
    assertThat(hosts(file, "wordpress-2")).containsExactly("h17.example.org", PLATFORM);
    assertThat(hosts(file, "https-redirect")).hasSize(16);
    assertThat(hosts(file, "https-redirect-2")).containsExactly("h17.example.org", PLATFORM);
  }

  @Test
  void aRouteHasNoParentThatKnowsNoneOfItsHosts() {
    Artifact file = render(17);
    assertThat(sections(file, "wordpress")).hasSize(16).doesNotContain("https-sites");
    assertThat(sections(file, "wordpress-2")).containsExactly("https-sites", "h17-example-org");
    assertThat(sections(render(16), "wordpress-2")).containsExactly("https-sites");
  }

  @Test
  void aTenantWithoutHostsOfItsOwnHasNoListener() {
    assertThat(render(0).objects())
        .extracting(object -> object.ref().name())
        .containsExactly("wordpress", "https-redirect");
  }

  private static Artifact render(int ownHosts) {
    String[] hosts =
        Stream.concat(
                IntStream.rangeClosed(1, ownHosts).mapToObj(i -> "h" + i + ".example.org"),
                Stream.of(PLATFORM))
            .toArray(String[]::new);
    TenantFixture tenant = new TenantFixture("many", "Many", "pro").sites(hosts);
    return new RouteContributor()
        .contribute(tenant.tenant(), GoldenFleet.fleet(), List.of())
        .get(0);
  }

  private static List<Object> hosts(Artifact file, String route) {
    return List.copyOf((List<?>) spec(file, route).get("hostnames"));
  }

  private static List<Object> sections(Artifact file, String route) {
    return ((List<?>) Objects.requireNonNull(spec(file, route).get("parentRefs")))
        .stream().<Object>map(parent -> ((Map<?, ?>) parent).get("sectionName")).toList();
  }

  private static Map<?, ?> spec(Artifact file, String route) {
    KubernetesObject found =
        file.objects().stream().filter(o -> o.ref().name().equals(route)).findFirst().orElseThrow();
    return (Map<?, ?>) Objects.requireNonNull(found.tree().get("spec"));
  }
}
