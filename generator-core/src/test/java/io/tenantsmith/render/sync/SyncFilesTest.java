package io.tenantsmith.render.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.GoldenFleet.TenantFixture;
import io.tenantsmith.harness.KubernetesContract;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetKeys;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.SyncTool;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.model.Values;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.render.ClusterContributor.ClusterView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sync tools read: what the sample does not show, and the allow list over all of it. */
class SyncFilesTest {

  private static final String URL = "https://git.example.com/platform/fleet.git";
  private static final String CLUSTER = "clusters/prod-eu-1/";

  /** Else the last object of a kind, or the last in a namespace, would never be pruned. */
  @Test
  void theAllowListsAreThoseOfAFleetWithoutTenants() {
    ClusterView empty = view(SyncTool.ARGOCD, URL, List.of());
    Artifact projects =
        named("projects.yaml", new ArgoCdContributor().contribute(empty, List.of()));
    assertThat(projects.text())
        .isEqualTo(YamlTrees.text(output().resolve(projects.path().value())));
  }

  @Test
  void onlyAnErasedTenantMayBecomeAnEmptyFolder() {
    ClusterView view = view(SyncTool.ARGOCD, URL, List.of());
    String set = named("tenants.yaml", new ArgoCdContributor().contribute(view, List.of())).text();
    assertThat(set)
        .contains(
            """
              templatePatch: |
                {{- if eq .state "erased" }}
                spec:
                  syncPolicy:
                    automated:
                      allowEmpty: true
                {{- end }}
            """)
        .contains("- missingkey=error")
        .containsOnlyOnce("allowEmpty");
  }

  @Test
  void aToolThatIsNotTheClustersGetsNoFile() {
    assertThat(paths(SyncTool.FLUX, URL))
        .contains("bootstrap/flux.yaml", "flux/sources.yaml", "flux/kustomization.yaml")
        .noneMatch(path -> path.contains("argocd"));
    assertThat(paths(SyncTool.ARGOCD, URL))
        .contains("bootstrap/argocd.yaml", "argocd/tenants.yaml", "argocd/kustomization.yaml")
        .noneMatch(path -> path.contains("flux"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "target/gitops.git", "git@git.example.com:fleet.git"})
  void anAddressThatNoPodCanReadGivesNoSyncFiles(String url) {
    assertThat(paths(SyncTool.BOTH, url)).containsExactly("kustomization.yaml");
    assertThat(readme(SyncTool.BOTH, url))
        .contains("No sync tool can follow this tree")
        .doesNotContain("fleet-git");
  }

  @Test
  void theReadmeNamesOnlyWhatTheClusterHas() {
    assertThat(readme(SyncTool.FLUX, URL))
        .contains("Apply this once;", "bootstrap/flux.yaml", "| flux-system | fleet-git |")
        .doesNotContain("argocd.yaml");
    assertThat(readme(SyncTool.ARGOCD, URL))
        .contains("Apply this once;", "bootstrap/argocd.yaml")
        .doesNotContain("flux");
  }

  @Test
  void aboveThreeHundredTenantsEachReadsItsOwnArtifact() {
    assertThat(flux(300)).noneMatch(text -> text.contains("ArtifactGenerator"));
    List<String> many = flux(301);
    assertThat(many)
        .anyMatch(
            text ->
                text.contains("kind: ArtifactGenerator")
                    && text.contains(
                        "pathPattern: \"@fleet/clusters/prod-eu-1/tenants/{tenant}\""));
    assertThat(many).filteredOn(text -> text.contains("kind: ExternalArtifact")).hasSize(301);
    assertThat(many.get(many.size() - 1))
        .contains("path: ./\n", "    kind: ExternalArtifact\n    name: tenant-t300\n");
    KubernetesContract contract = Contracts.kubernetes();
    assertThat(contract.problemsOf(many.get(1))).isEmpty();
    assertThat(contract.problemsOf(many.get(2))).isEmpty();
  }

  @Test
  void aPartialRunListsTheOthersAndLeavesTheirFiles() {
    List<ClusterTenant> one = List.of(ClusterTenant.of(GoldenFleet.globex()));
    List<Artifact> files = all(view(SyncTool.FLUX, URL, one));
    assertThat(files).filteredOn(file -> file.path().value().contains("/flux/tenants/")).hasSize(1);
    assertThat(named("flux/kustomization.yaml", files).text())
        .endsWith("- tenants/acme-corp.yaml\n  - tenants/globex.yaml\n  - tenants/tenant1.yaml\n");
  }

  @Test
  void onlyAnActiveTenantIsWatchedForItsWorkloads() {
    ClusterTenant retained =
        ClusterTenant.of(
            new TenantFixture("globex", "Globex", "pro").state(TenantState.RETAINED).tenant());
    ClusterView view = view(SyncTool.FLUX, URL, List.of(retained));
    assertThat(named("tenants/globex.yaml", all(view)).text()).doesNotContain("healthCheck");
  }

  private static List<String> flux(int tenants) {
    List<ClusterTenant> rendered =
        IntStream.range(0, tenants)
            .mapToObj(i -> String.format(Locale.ROOT, "t%03d", i))
            .map(id -> ClusterTenant.of(new TenantFixture(id, id, "free").tenant()))
            .toList();
    ClusterView base = view(SyncTool.FLUX, URL, rendered);
    List<TenantId> ids = rendered.stream().map(ClusterTenant::id).toList();
    ClusterView view = new ClusterView(base.fleet(), base.cluster(), ids, rendered);
    return new FluxContributor().contribute(view, List.of()).stream().map(Artifact::text).toList();
  }

  private static List<String> paths(SyncTool tool, String url) {
    return all(view(tool, url, GoldenFleet.view().rendered())).stream()
        .map(file -> file.path().value().substring(CLUSTER.length()))
        .toList();
  }

  private static String readme(SyncTool tool, String url) {
    Fleet fleet = view(tool, url, List.of()).fleet();
    return new ReadmeContributor().contribute(fleet).get(0).text();
  }

  private static List<Artifact> all(ClusterView view) {
    List<Artifact> files = new ArrayList<>(new FluxContributor().contribute(view, List.of()));
    files.addAll(new ArgoCdContributor().contribute(view, List.copyOf(files)));
    files.addAll(new BootstrapContributor().contribute(view, List.copyOf(files)));
    files.addAll(new ClusterKustomizationsContributor().contribute(view, List.copyOf(files)));
    return files;
  }

  private static Artifact named(String end, List<Artifact> files) {
    return files.stream().filter(f -> f.path().value().endsWith(end)).findFirst().orElseThrow();
  }

  private static ClusterView view(
      SyncTool tool, @Nullable String url, List<ClusterTenant> rendered) {
    SourceRange place = SourceRange.at("fleet.yaml", 1, 1);
    Values.Builder stated = GoldenFleet.stated();
    if (url != null) {
      stated.put(FleetKeys.PUBLISH_URL, new Sourced<>(url, place));
    }
    Values cluster =
        GoldenFleet.statedCluster().put(ClusterKeys.SYNC, new Sourced<>(tool, place)).build();
    Fleet fleet = GoldenFleet.fleet(stated.build(), cluster);
    return new ClusterView(fleet, fleet.clusters().get(0), GoldenFleet.view().tenants(), rendered);
  }

  private static Path output() {
    return SampleFleet.root().resolve("output");
  }
}
