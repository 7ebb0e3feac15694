package io.tenantsmith.render.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.run.RenderedArtifacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Clusters differ in who answers for names, where backups go and where mail goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkContributorTest {

  private static final List<String> WORLD = List.of("0.0.0.0/0", "2000::/3");

  private List<JsonNode> sample;
  private List<JsonNode> everything;
  private List<JsonNode> flux;
  private List<JsonNode> argocd;

  @BeforeAll
  void render(@TempDir Path folder) throws IOException {
    sample = objects(SampleFleet.copyTo(folder.resolve("sample"), 1));
    everything = variant(folder, "everything");
    flux = variant(folder, "flux");
    argocd = variant(folder, "argocd");
  }

  @Test
  void namesAreAskedOfKubeDnsWhereNothingIsStated() {
    assertThat(rules(sample, "allow-dns"))
        .hasSize(4)
        .allSatisfy(
            rule -> {
              assertThat(namespaces(rule)).containsExactly("kube-system");
              assertThat(rule.findValues("k8s-app")).hasSize(1);
              assertThat(ranges(rule)).isEmpty();
              assertThat(ports(rule)).containsExactly(53, 53);
            });
  }

  @Test
  void namesAreAskedOfPodsAndAddresses() {
    assertThat(rules(everything, "allow-dns"))
        .hasSizeGreaterThan(1)
        .allSatisfy(
            rule -> {
              assertThat(namespaces(rule)).containsExactly("openshift-dns");
              assertThat(rule.findValues("k8s-app")).isEmpty();
              assertThat(rule.findValues("dns.operator.openshift.io/daemonset-dns")).hasSize(1);
              assertThat(ranges(rule)).containsExactly("169.254.20.10/32", "fd00:10:96::a/128");
              assertThat(ports(rule)).containsExactly(5353, 5353);
            });
  }

  @Test
  void addressesAloneMayAnswer() {
    assertThat(rules(flux, "allow-dns"))
        .anySatisfy(
            rule -> {
              assertThat(namespaces(rule)).isEmpty();
              assertThat(ranges(rule)).containsExactly("169.254.20.10/32", "10.96.0.10/32");
            });
  }

  /** The database archives its log, the backup its copy: both to the same store. */
  @Test
  void theStoreOfBackupsIsReachedAtItsPortAndItsOwnRanges() {
    for (String policy : List.of("mariadb", "mariadb-backup")) {
      assertThat(rules(everything, policy).filter(rule -> ranges(rule).containsAll(WORLD)))
          .isNotEmpty()
          .allSatisfy(
              rule -> {
                assertThat(ranges(rule)).contains("10.251.0.0/28", "fd00:251::/64").hasSize(4);
                assertThat(ports(rule)).containsExactly(9000);
              });
    }
    assertThat(endpoints(everything)).isNotEmpty().allMatch(endpoint -> endpoint.endsWith(":9000"));
    assertThat(endpoints(sample)).isNotEmpty().noneMatch(endpoint -> endpoint.contains(":"));
  }

  @Test
  void sitesReachTheMailRelayWhereThereIsOne() {
    for (String policy : List.of("wordpress", "wordpress-install")) {
      assertThat(rules(everything, policy).filter(rule -> ranges(rule).contains("10.251.0.25/32")))
          .isNotEmpty()
          .allSatisfy(rule -> assertThat(ranges(rule)).containsAll(WORLD).hasSize(3));
    }
    assertThat(rules(argocd, "wordpress"))
        .allSatisfy(rule -> assertThat(ports(rule)).doesNotContain(587, 465, 25));
  }

  private static List<JsonNode> variant(Path folder, String name) throws IOException {
    return objects(VariantFleet.copyTo(folder.resolve(name), name));
  }

  private static List<JsonNode> objects(Path fleet) {
    return RenderedArtifacts.of(fleet).all().stream()
        .filter(file -> file.path().value().endsWith(".yaml"))
        .map(Artifact::text)
        .flatMap(text -> YamlTrees.trees(text).stream())
        .toList();
  }

  /** What the policies of that name let out, of all tenants. */
  private static Stream<JsonNode> rules(List<JsonNode> objects, String policy) {
    return objects.stream()
        .filter(object -> object.path("kind").asString("").equals("NetworkPolicy"))
        .filter(object -> object.at("/metadata/name").asString("").equals(policy))
        .flatMap(object -> object.at("/spec/egress").valueStream());
  }

  private static List<String> namespaces(JsonNode rule) {
    return rule.findValues("kubernetes.io/metadata.name").stream().map(JsonNode::asString).toList();
  }

  private static List<String> ranges(JsonNode rule) {
    return rule.findValues("cidr").stream().map(JsonNode::asString).toList();
  }

  private static List<Integer> ports(JsonNode rule) {
    return rule.findValues("port").stream().map(JsonNode::asInt).toList();
  }

  private static List<String> endpoints(List<JsonNode> objects) {
    return objects.stream()
        .flatMap(object -> object.findValues("s3").stream())
        .map(s3 -> s3.path("endpoint").asString())
        .toList();
  }
}
