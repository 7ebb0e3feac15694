package io.tenantsmith.render.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.KubernetesContract;
import io.tenantsmith.model.BackupKeys;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.ContentKeys;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetKeys;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Values;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor.ClusterView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the golden does not show of the platform folder. */
class PlatformContributorTest {

  private final List<Artifact> files = new PlatformContributor().contribute(view(), List.of());

  @Test
  void everyObjectKeepsTheContracts() {
    KubernetesContract contract = Contracts.kubernetes();
    assertThat(files).hasSize(PlatformContributor.FILES.size());
    files.forEach(
        file -> assertThat(contract.problemsOf(file.text())).as(file.path().value()).isEmpty());
  }

  @Test
  void withoutAMailAddressTheIssuerHasNone() {
    assertThat(text("certificates.yaml")).contains("  acme:\n    privateKeySecretRef:");
  }

  /** What it believes by itself are private ranges alone. */
  @Test
  void authentikBelievesTheProxiesWhateverAddressesPodsHave() {
    assertThat(text("authentik/server.yaml"))
        .contains("value: \"127.0.0.0/8,::1/128,10.64.0.0/12,100.0.0.0/16\"");
  }

  /** Authentik takes the first account with an address, whoever types it. */
  @Test
  void authentiksOwnAccountHasAnAddressOfNobody() {
    assertThat(text("worker.yaml")).contains("value: akadmin@log-in.my-site.com");
  }

  @Test
  void anImageThatNamesItsRegistryKeepsIt() {
    assertThat(text("database.yaml")).contains("image: quay.io/postgres:1\n");
    assertThat(text("site-cron.yaml")).contains("image: mirror.example.com/x/curl:1\n");
  }

  @Test
  void publicAddressesOfTheClusterAreNotTheInternet() {
    String text = text("content/network.yaml");
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

  @Test
  void everyNameHasAHoleAndEveryExpressionAName() throws Exception {
    assertThat(PlatformNames.VALUES.withoutHole(PlatformContributor.FILES.values())).isEmpty();
    assertThat(expressions()).hasSizeGreaterThan(30).isEqualTo(Expressions.VALUES.names());
  }

  private static Set<String> expressions() throws Exception {
    Path room = Path.of(PlatformContributor.class.getResource("policies").toURI()).getParent();
    try (Stream<Path> files = Files.walk(room)) {
      return files
          .map(file -> room.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".cel") || name.endsWith(".promql"))
          .map(name -> name.replaceFirst("policies/(.+)\\.cel", "cel.$1"))
          .map(name -> name.replaceFirst("monitoring/(\\w+)/(.+)\\.promql", "alert.$1.$2"))
          .map(name -> name.replaceFirst("monitoring/(.+)\\.promql", "record.$1"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private String text(String end) {
    return files.stream()
        .filter(file -> file.path().value().endsWith(end))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static ClusterView view() {
    Values cluster =
        GoldenFleet.statedCluster()
            .put(ClusterKeys.POD_CIDRS, sourced(List.of("10.64.0.0/12", "100.0.0.0/16")))
            .put(ClusterKeys.SERVICE_CIDRS, sourced(List.of("fd00::/8")))
            .put(ClusterKeys.NODE_CIDRS, sourced(List.of("2a00:1::/32")))
            .put(ClusterKeys.API_SERVER_CIDRS, sourced(List.of("10.0.0.0/28", "2a00:1:2::/48")))
            .put(ClusterKeys.API_SERVER_PORT, sourced(443))
            .build();
    Values.Builder stated =
        Values.builder()
            .put(FleetKeys.FILE, new Sourced<>("fleet.yaml", SourceRange.ofFile("fleet.yaml")))
            .put(FleetKeys.NAME, sourced("content-platform"))
            .put(FleetKeys.DOMAIN, sourced(new HostName("sites.example.com")))
            .put(FleetKeys.NAMESPACE_PREFIX, sourced("site-"))
            .put(FleetKeys.IDENTITY_HOST, sourced(new HostName("log-in.my-site.com")))
            .put(FleetKeys.OPEN_WEBUI_HOST, sourced(new HostName("ai.example.com")))
            .put(ContentKeys.MODEL_URL, sourced("https://llm.example.com/v1"))
            .put(ContentKeys.MODEL, sourced("some-model"))
            .put(BackupKeys.BUCKET, sourced("bucket"))
            .put(BackupKeys.ENDPOINT, sourced(new HostName("s3.example.com")))
            .put(BackupKeys.VELERO_LOCATION, sourced("tenants"));
    Fleet fleet = GoldenFleet.fleet(stated.putAll(images()).build(), cluster);
    return new ClusterView(fleet, fleet.clusters().get(0), List.of(), List.of());
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
