package io.tenantsmith.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.BlueprintContract;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.KubernetesContract;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.identity.IdentityContributor;
import io.tenantsmith.render.identity.PlatformBlueprintContributor;
import io.tenantsmith.render.sync.ClusterKustomizationsContributor;
import io.tenantsmith.render.sync.TenantKustomizationContributor;
import io.tenantsmith.render.tenancy.AccessContributor;
import io.tenantsmith.render.tenancy.AdminAppsNamespaceContributor;
import io.tenantsmith.render.tenancy.NamespaceContributor;
import io.tenantsmith.yaml.YamlWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the first contributors bring, against the golden and the contracts. */
class GoldenFilesTest {

  private static final String CLUSTER = "golden/output/clusters/prod-eu-1";

  private final List<TenantContributor> tenantContributors =
      List.of(
          new NamespaceContributor(false),
          new AccessContributor(),
          new IdentityContributor(IdentityContributor.Form.OPEN),
          new TenantKustomizationContributor());
  private final List<ClusterContributor> clusterContributors =
      List.of(
          new AdminAppsNamespaceContributor(),
          new PlatformBlueprintContributor(),
          new ClusterKustomizationsContributor());

  @Test
  void everyFileIsAsInTheGolden() {
    Path output = Contracts.path("golden/output");
    List<Artifact> artifacts = all();
    assertThat(artifacts).hasSize(18);
    for (Artifact artifact : artifacts) {
      String golden = YamlTrees.text(output.resolve(artifact.path().value()));
      assertThat(withoutResources(artifact.path().name(), artifact.text()))
          .as(artifact.path().value())
          .isEqualTo(withoutResources(artifact.path().name(), golden));
    }
  }

  @Test
  void aKustomizationListsWhatLiesBesideIt() {
    Map<String, List<String>> lists = new TreeMap<>();
    for (Artifact artifact : all()) {
      if (artifact.path().name().equals("kustomization.yaml")) {
        lists.put(artifact.path().value(), resources(artifact.text()));
      }
    }
    String cluster = "clusters/prod-eu-1/";
    assertThat(lists.get(cluster + "kustomization.yaml"))
        .isEqualTo(List.of("platform", "tenants/acme-corp", "tenants/globex", "tenants/tenant1"));
    assertThat(lists.get(cluster + "platform/kustomization.yaml")).isEqualTo(List.of("admin-apps"));
    assertThat(lists.get(cluster + "platform/admin-apps/kustomization.yaml"))
        .isEqualTo(List.of("authentik", "namespace.yaml"));
    assertThat(lists.get(cluster + "platform/admin-apps/authentik/kustomization.yaml"))
        .isEqualTo(List.of("blueprints.yaml"));
    assertThat(lists.get(cluster + "tenants/globex/kustomization.yaml"))
        .isEqualTo(List.of("access.yaml", "identity.yaml", "namespace.yaml"));
  }

  /** The kustomizations alone are complete once all files are there: the golden's own siblings. */
  @Test
  void kustomizationsOverTheGoldensFilesAreTheGoldens() {
    Path output = Contracts.path("golden/output");
    List<Artifact> siblings = new ArrayList<>();
    for (Path file : YamlTrees.files(output.resolve("clusters"))) {
      String path = output.relativize(file).toString().replace('\\', '/');
      siblings.add(new Artifact(RelativePath.of(path), "", List.of()));
    }
    List<Artifact> made =
        new ArrayList<>(
            new ClusterKustomizationsContributor().contribute(GoldenFleet.view(), siblings));
    for (ResolvedTenant tenant : GoldenFleet.tenants()) {
      made.addAll(
          new TenantKustomizationContributor().contribute(tenant, GoldenFleet.fleet(), siblings));
    }
    assertThat(made).hasSize(14);
    for (Artifact artifact : made) {
      assertThat(artifact.text())
          .as(artifact.path().value())
          .isEqualTo(YamlTrees.text(output.resolve(artifact.path().value())));
    }
  }

  @Test
  void theWriterReproducesEveryFileOfTheGolden() {
    Path output = Contracts.path(CLUSTER);
    List<Path> files = YamlTrees.files(output);
    assertThat(files).hasSizeGreaterThan(80);
    for (Path file : files) {
      String golden = YamlTrees.text(file);
      String comment = golden.substring(2, golden.indexOf('\n'));
      assertThat(YamlWriter.write(comment, YamlTrees.documents(golden)))
          .as(output.relativize(file).toString())
          .isEqualTo(golden);
    }
  }

  @Test
  void everyObjectKeepsTheContracts() {
    KubernetesContract kubernetes = new KubernetesContract(Contracts.path("contracts"));
    BlueprintContract blueprints =
        new BlueprintContract(Contracts.path("contracts/authentik-blueprint.schema.json"));
    for (Artifact artifact : all()) {
      if (!artifact.path().name().equals("kustomization.yaml")) {
        assertThat(kubernetes.problemsOf(artifact.text())).isEmpty();
        assertThat(blueprints.problemsOfConfigMaps(artifact.text())).isEmpty();
      }
    }
  }

  @Test
  void theContractsAcceptTheGoldenItself() {
    KubernetesContract kubernetes = new KubernetesContract(Contracts.path("contracts"));
    assertThat(kubernetes.problemsOf(Contracts.path(CLUSTER))).isEmpty();
  }

  @Test
  void everyArtifactNamesItsObjectsAndCauses() {
    for (Artifact artifact : all()) {
      boolean kustomization = artifact.path().name().equals("kustomization.yaml");
      List<String> names = kustomization ? List.of() : names(artifact.text());
      assertThat(artifact.objects().stream().map(object -> object.ref().name())).isEqualTo(names);
      assertThat(artifact.causes()).isNotEmpty();
      assertThat(artifact.text()).startsWith("# Generated by tenantsmith from ").endsWith("\n");
    }
  }

  private List<Artifact> all() {
    Fleet fleet = GoldenFleet.fleet();
    List<Artifact> all = new ArrayList<>();
    for (ResolvedTenant tenant : GoldenFleet.tenants()) {
      ArtifactSet set = new ArtifactSet();
      tenantContributors.forEach(contributor -> set.add(contributor, tenant, fleet));
      all.addAll(set.artifacts());
    }
    ArtifactSet set = new ArtifactSet();
    clusterContributors.forEach(contributor -> set.add(contributor, GoldenFleet.view()));
    all.addAll(set.artifacts());
    return all;
  }

  private static String withoutResources(String name, String text) {
    return name.equals("kustomization.yaml")
        ? text.substring(0, text.indexOf("\nresources:\n"))
        : text;
  }

  private static List<String> resources(String text) {
    return YamlTrees.trees(text)
        .get(0)
        .path("resources")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private static List<String> names(String text) {
    return YamlTrees.trees(text).stream().map(d -> d.at("/metadata/name").asString()).toList();
  }
}
