package io.tenantsmith.render.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.PeakDemand;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.objects.Amount;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.network.NetworkContributor;
import io.tenantsmith.run.RenderedArtifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The Job that a suspended tenant has, and what it needs beside itself. */
class ExportContributorTest {

  private static final List<String> SAMPLE = List.of("acme-corp", "globex", "tenant1");

  @TempDir private Path folder;

  @Test
  void onlyASuspendedTenantHasIt() throws IOException {
    RenderedArtifacts active = RenderedArtifacts.of(SampleFleet.copyTo(folder.resolve("a"), 1));
    RenderedArtifacts suspended = RenderedArtifacts.of(suspended("b"));
    for (String tenant : SAMPLE) {
      assertThat(exports(active, tenant)).isEmpty();
      assertThat(exports(suspended, tenant)).hasSize(1);
    }
  }

  @Test
  void itKeepsTheContracts() throws IOException {
    RenderedArtifacts fleet = RenderedArtifacts.of(suspended("b"));
    for (String tenant : SAMPLE) {
      String text = exports(fleet, tenant).get(0).text();
      assertThat(Contracts.kubernetes().problemsOf(text)).isEmpty();
      // Kubernetes would take it for a variable, and two dollars for one; Flux replaces the third.
      assertThat(text).doesNotContain("$(NAME)", "$$", "${");
    }
  }

  /** A Job cannot be changed, so it has another name as soon as it would do something else. */
  @Test
  void itsNameIsADigestOfItsSpec() throws IOException {
    Path fleet = suspended("b");
    String before = name(fleet);
    assertThat(before).matches("tenant-export-[0-9a-f]{8}");
    edit(fleet.resolve("tenants/acme-corp.yaml"), "display_name: .*", "display_name: Another");
    assertThat(name(fleet)).isEqualTo(before);
    edit(fleet.resolve("fleet.yaml"), "rclone: .*", "rclone: rclone:1.99.0");
    assertThat(name(fleet)).startsWith("tenant-export-").isNotEqualTo(before);
  }

  /** It asks the server that is written to, and goes to the same store as the backups. */
  @Test
  void itReadsTheDatabaseAndWritesToTheStoreOfBackups() throws IOException {
    RenderedArtifacts fleet = RenderedArtifacts.of(suspended("b"));
    assertThat(variable(fleet, "acme-corp", "DB_HOST")).isEqualTo("mariadb-primary");
    assertThat(variable(fleet, "tenant1", "DB_HOST")).isEqualTo("mariadb");
    assertThat(variable(fleet, "tenant1", "BUCKET")).isEqualTo("tenant-backups-eu-central-1");

    Path everything = VariantFleet.copyTo(folder.resolve("everything"), "everything");
    RenderedArtifacts variant = RenderedArtifacts.of(suspend(everything));
    String tenant = variant.tenants().get(0).id().value();
    assertThat(variable(variant, tenant, "RCLONE_CONFIG_EXPORT_ENDPOINT"))
        .startsWith("https://")
        .endsWith(":9000");
    assertThat(policy(variant, tenant).findValues("cidr").stream().map(JsonNode::asString))
        .contains("10.251.0.0/28", "0.0.0.0/0");
    assertThat(policy(variant, tenant).findValues("port").stream().map(JsonNode::asInt))
        .containsExactly(3306, 9000);
  }

  /** Closed, the database lets it in, and it alone has the policy; the policy selects its pods. */
  @Test
  void theNetworkLetsItThrough() throws IOException {
    RenderedArtifacts fleet = RenderedArtifacts.of(suspended("b"));
    for (String tenant : SAMPLE) {
      JsonNode labels =
          YamlTrees.trees(exports(fleet, tenant).get(0).text())
              .get(0)
              .at("/spec/template/metadata/labels");
      JsonNode selected = policy(fleet, tenant).at("/spec/podSelector/matchLabels");
      assertThat(selected.propertyNames()).isNotEmpty();
      selected.forEachEntry((key, value) -> assertThat(labels.path(key)).isEqualTo(value));
      assertThat(policies(fleet, tenant, StateForm.CLOSED, "mariadb").get(0).path("spec"))
          .asString()
          .contains(selected.toString());
      assertThat(policies(fleet, tenant, StateForm.OPEN, "tenant-export")).isEmpty();
    }
  }

  /** Without the web pods there is room for it in the quota of an active tenant. */
  @Test
  void itFitsWhereTheWebPodsWere() throws IOException {
    RenderedArtifacts active = RenderedArtifacts.of(SampleFleet.copyTo(folder.resolve("a"), 1));
    RenderedArtifacts suspended = RenderedArtifacts.of(suspended("b"));
    for (String tenant : SAMPLE) {
      List<ObjectValues> objects = new ArrayList<>(objects(active.ofTenant(tenant)));
      JsonNode hard = quota(active, tenant);
      objects.removeIf(object -> object.kind().equals("Deployment"));
      objects.addAll(objects(exports(suspended, tenant)));
      PeakDemand demand = PeakDemand.of(active.tenant(tenant).namespace(), objects);
      assertThat(hard.propertyNames()).contains("pods");
      assertThat(hard.has("limits.cpu")).isEqualTo(!tenant.equals("globex"));
      for (String counted : hard.propertyNames()) {
        Amount most = Objects.requireNonNull(Amount.of(hard.path(counted).asString()));
        assertThat(demand.share(counted).sum())
            .as(tenant + " " + counted)
            .isLessThanOrEqualTo(most);
      }
    }
  }

  private static List<ObjectValues> objects(List<Artifact> files) {
    return files.stream().flatMap(f -> f.objects().stream()).map(ObjectValues::of).toList();
  }

  private static JsonNode quota(RenderedArtifacts fleet, String tenant) {
    return fleet.ofTenant(tenant).stream()
        .filter(file -> file.path().name().equals("quota.yaml"))
        .flatMap(file -> YamlTrees.trees(file.text()).stream())
        .map(object -> object.at("/spec/hard"))
        .filter(JsonNode::isObject)
        .findFirst()
        .orElseThrow();
  }

  private Path suspended(String name) throws IOException {
    return suspend(SampleFleet.copyTo(folder.resolve(name), 1));
  }

  private static Path suspend(Path fleet) throws IOException {
    try (Stream<Path> files = Files.list(fleet.resolve("tenants"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        String text = Files.readString(file).replaceAll("(?m)^state: .*\n", "");
        Files.writeString(file, text + "state: suspended\n");
      }
    }
    return fleet;
  }

  private static void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    String edited = text.replaceFirst(from, to);
    assertThat(edited).isNotEqualTo(text);
    Files.writeString(file, edited);
  }

  private static String name(Path fleet) {
    return YamlTrees.trees(exports(RenderedArtifacts.of(fleet), "acme-corp").get(0).text())
        .get(0)
        .at("/metadata/name")
        .asString();
  }

  private static List<Artifact> exports(RenderedArtifacts fleet, String tenant) {
    return fleet.ofTenant(tenant).stream()
        .filter(file -> file.path().name().equals("export.yaml"))
        .toList();
  }

  private static String variable(RenderedArtifacts fleet, String tenant, String name) {
    JsonNode containers =
        YamlTrees.trees(exports(fleet, tenant).get(0).text())
            .get(0)
            .at("/spec/template/spec/containers");
    return containers
        .valueStream()
        .flatMap(container -> container.path("env").valueStream())
        .filter(variable -> variable.path("name").asString().equals(name))
        .map(variable -> variable.path("value").asString())
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode policy(RenderedArtifacts fleet, String tenant) {
    return policies(fleet, tenant, StateForm.CLOSED, "tenant-export").get(0);
  }

  private static List<JsonNode> policies(
      RenderedArtifacts fleet, String tenant, StateForm form, String name) {
    return new NetworkContributor(form)
        .contribute(fleet.tenant(tenant), Objects.requireNonNull(fleet.fleet()), List.of()).stream()
            .flatMap(file -> YamlTrees.trees(file.text()).stream())
            .filter(object -> object.at("/metadata/name").asString().equals(name))
            .toList();
  }
}
