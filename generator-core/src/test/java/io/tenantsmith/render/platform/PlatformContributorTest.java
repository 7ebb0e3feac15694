package io.tenantsmith.render.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.KubernetesContract;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Values;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor.ClusterView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the golden does not show of the platform folder. */
class PlatformContributorTest {

  private final List<Artifact> files = new PlatformContributor().contribute(view(), List.of());

  @Test
  void everyObjectKeepsTheContracts() {
    KubernetesContract contract = new KubernetesContract(Contracts.path("contracts"));
    assertThat(files).hasSize(27);
    files.forEach(
        file -> assertThat(contract.problemsOf(file.text())).as(file.path().value()).isEmpty());
  }

  @Test
  void withoutAMailAddressTheIssuerHasNoneAndAnAdministratorIsStillThere() {
    assertThat(text("certificates.yaml")).contains("  acme:\n    privateKeySecretRef:");
    assertThat(text("open-webui.yaml")).contains("value: platform@sites.example.com");
    assertThat(text("worker.yaml")).contains("value: platform@sites.example.com");
  }

  @Test
  void anImageThatNamesItsRegistryKeepsIt() {
    assertThat(text("database.yaml")).contains("image: quay.io/postgres:1\n");
    assertThat(text("pipelines.yaml")).contains("image: mirror.example.com/x/pipelines:1\n");
  }

  @Test
  void publicAddressesOfTheClusterAreNotTheInternet() {
    String text = text("pipelines/network.yaml");
    assertThat(text)
        .contains(
            "              - 10.0.0.0/8\n              - 100.0.0.0/16\n              - 100.64.0.0/10\n");
    assertThat(text).contains("              - 2002::/16\n              - 2a00:1::/32\n");
    assertThat(text).doesNotContain("- 10.64.0.0/12").doesNotContain("- fd00::/8");
  }

  @Test
  void theNamespacePrefixGoesIntoEverySeries() {
    assertThat(text("usage-rules.yaml"))
        .contains("namespace=~\"site-.+\"", "\"namespace\", \"site-(.+)\"")
        .doesNotContain("tenant-.+")
        .doesNotContain("tenant-(")
        .doesNotContain("${");
  }

  @Test
  void aHyphenInAHostIsDoubledInNames() {
    assertThat(text("gateway.yaml")).contains("- name: log--in-my--site-com\n");
    assertThat(text("authentik/route.yaml")).contains("sectionName: log--in-my--site-com\n");
  }

  private String text(String end) {
    return files.stream()
        .filter(file -> file.path().value().endsWith(end))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static ClusterView view() {
    Cluster c = GoldenFleet.cluster();
    Cluster.Network network =
        new Cluster.Network(
            List.of("10.64.0.0/12", "100.0.0.0/16"),
            List.of("fd00::/8"),
            List.of("2a00:1::/32"),
            List.of("10.0.0.0/28", "2a00:1:2::/48"),
            443);
    Cluster cluster =
        new Cluster(
            c.name(),
            c.region(),
            c.environment(),
            c.statedSync(),
            c.kubernetes(),
            network,
            c.storageClasses(),
            c.gateway(),
            c.issuer(),
            c.capacity());
    Fleet f = GoldenFleet.fleet();
    Fleet fleet =
        new Fleet(
            f.name(),
            f.domain(),
            sourced("site-"),
            new Fleet.Contacts(null, null),
            new Fleet.Identity(sourced(new HostName("log-in.my-site.com")), "sidecar", "oidc:"),
            f.openWebUiHost(),
            List.of(cluster),
            f.defaults(),
            images(),
            f.services(),
            f.guards(),
            f.publish());
    return new ClusterView(fleet, cluster, List.of(), List.of(), List.of());
  }

  private static Values images() {
    Values.Builder images = Values.builder();
    for (Key<String> key : ImageKeys.IMAGES) {
      images.put(key, sourced(key.path().substring("images.".length()).replace('_', '-') + ":1"));
    }
    return images
        .put(ImageKeys.POSTGRESQL, sourced("quay.io/postgres:1"))
        .put(ImageKeys.REGISTRY, sourced("mirror.example.com/x"))
        .build();
  }

  private static <T> Sourced<T> sourced(T value) {
    return new Sourced<>(value, SourceRange.at("fleet.yaml", 1, 1));
  }
}
