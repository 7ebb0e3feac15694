package io.tenantsmith.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.harness.Kustomize;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.StatedFleet;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which patches of a tenant apply in which state. */
class PatchesInStatesTest {

  private static final String TENANT = "acme-corp";

  /** Of closed kinds only, of several kinds, of a claim, and of what a released claim has not. */
  private static final String PATCHES =
      """
      patches:
        - target: {kind: HTTPRoute, name: wordpress}
          patch: |
            - {op: replace, path: /spec/rules/0/timeouts/request, value: 120s}
        - target: {name: wordpress, labelSelector: app.kubernetes.io/component=web}
          patch: |
            - {op: add, path: /metadata/annotations, value: {acme.com/owner: web}}
        - target: {kind: PersistentVolumeClaim, name: wordpress-content}
          patch: |
            - {op: add, path: /metadata/labels/acme.com~1kind, value: content}
        - target: {kind: PersistentVolumeClaim, name: wordpress-content}
          patch: |
            - {op: add, path: /metadata/annotations/acme.com~1kind, value: content}
        - target: {kind: HorizontalPodAutoscaler}
          patch: |
            - {op: replace, path: /spec/behavior/scaleUp/stabilizationWindowSeconds, value: 60}
      """;

  @TempDir private Path folder;

  @Test
  void allApplyToAnActiveTenant() throws IOException {
    RenderedArtifacts fleet = fleet(TenantState.ACTIVE, PATCHES);
    assertThat(fleet.findingsOf(TENANT)).isEmpty();
    assertThat(fleet.leftOutOf(TENANT)).isEmpty();
    assertThat(patched(fleet))
        .containsExactlyInAnyOrder(
            "HTTPRoute wordpress",
            "Deployment wordpress",
            "Service wordpress",
            "PersistentVolumeClaim wordpress-content",
            "HorizontalPodAutoscaler wordpress");
  }

  @Test
  void noneOpensAClosedSiteAgain() throws IOException {
    RenderedArtifacts fleet = fleet(TenantState.SUSPENDED, PATCHES);
    int line = firstLine();
    assertThat(fleet.findingsOf(TENANT)).isEmpty();
    assertThat(fleet.leftOutOf(TENANT))
        .containsExactly(
            "HTTPRoute wordpress, line " + line,
            "Deployment wordpress, line " + (line + 3),
            "HorizontalPodAutoscaler wordpress, line " + (line + 12));
    assertThat(patched(fleet))
        .containsExactlyInAnyOrder("Service wordpress", "PersistentVolumeClaim wordpress-content");
    assertThat(list(fleet)).contains("kind: Service").doesNotContain("HTTPRoute", "labelSelector");
  }

  @Test
  void ofARetainedOneOnlyWhatIsKeptIsPatched() throws IOException {
    RenderedArtifacts fleet = fleet(TenantState.RETAINED, PATCHES);
    assertThat(fleet.findingsOf(TENANT)).isEmpty();
    assertThat(fleet.leftOutOf(TENANT)).hasSize(3);
    assertThat(patched(fleet)).containsExactly("PersistentVolumeClaim wordpress-content");
  }

  /** The path is gone with the marks, and Kustomize would refuse the whole folder. */
  @Test
  void whatDoesNotFitAReleasedObjectIsLeftOut() throws IOException {
    RenderedArtifacts fleet = fleet(TenantState.ERASING, PATCHES);
    assertThat(fleet.findingsOf(TENANT)).isEmpty();
    assertThat(fleet.leftOutOf(TENANT)).hasSize(4);
    assertThat(list(fleet)).contains("acme.com~1kind").doesNotContain("annotations");
  }

  @Test
  void anErasedTenantHasNothingToPatch() throws IOException {
    RenderedArtifacts fleet = fleet(TenantState.ERASED, PATCHES);
    assertThat(fleet.findingsOf(TENANT)).isEmpty();
    assertThat(list(fleet)).contains("resources: []").doesNotContain("patches");
  }

  @ParameterizedTest
  @EnumSource(TenantState.class)
  void whatWouldNotFitWhenItComesBackIsSaidInEachState(TenantState state) throws IOException {
    String wrong =
        """
        patches:
          - target: {kind: Deployment, name: nobody}
            patch: |
              - {op: add, path: /spec/minReadySeconds, value: 5}
          - target: {kind: Deployment, name: wordpress}
            patch: |
              - {op: remove, path: /spec/nothing}
        """;
    RenderedArtifacts fleet = fleet(state, wrong);
    assertThat(fleet.findingsOf(TENANT))
        .extracting(Diagnostic::code)
        .containsExactly(Code.PCH651, Code.PCH655);
  }

  /**
   * A mark that a patch restates is no change while it is there, and a change once it is lifted.
   */
  @Test
  void noPatchBringsBackAMark() throws IOException {
    String mark =
        """
        patches:
          - target: {kind: PersistentVolumeClaim, name: wordpress-content}
            patch: |
              apiVersion: v1
              kind: PersistentVolumeClaim
              metadata:
                name: wordpress-content
                annotations: {kustomize.toolkit.fluxcd.io/prune: disabled}
        """;
    assertThat(fleet(TenantState.RETAINED, mark).findingsOf(TENANT)).isEmpty();
    assertThat(fleet(TenantState.ERASING, mark).findingsOf(TENANT))
        .extracting(Diagnostic::code)
        .containsExactly(Code.PCH652);
  }

  @ParameterizedTest
  @EnumSource(TenantState.class)
  void kustomizeMakesWhatIsJudged(TenantState state) throws Exception {
    RenderedArtifacts fleet = fleet(state, PATCHES);
    Path build = Files.createDirectories(folder.resolve("build-" + state));
    for (Artifact artifact : fleet.ofTenant(TENANT)) {
      Files.writeString(build.resolve(artifact.path().name()), artifact.text());
    }
    Kustomize.Result theirs = Kustomize.build(build);
    List<Map<String, Object>> ours = new ArrayList<>();
    fleet.patchedOf(TENANT).forEach(a -> a.objects().forEach(object -> ours.add(object.tree())));
    assertThat(theirs.errors()).isEmpty();
    assertThat(theirs.objects().orElseThrow()).isEqualTo(Kustomize.texts(ours));
  }

  /** Objects that the patches change. */
  private static List<String> patched(RenderedArtifacts fleet) {
    List<KubernetesObject> before = objects(fleet.ofTenant(TENANT));
    List<KubernetesObject> after = objects(fleet.patchedOf(TENANT));
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).tree().equals(after.get(i).tree())) {
        changed.add(after.get(i).ref().kind() + " " + after.get(i).ref().name());
      }
    }
    return changed;
  }

  private static List<KubernetesObject> objects(List<Artifact> artifacts) {
    return artifacts.stream().flatMap(artifact -> artifact.objects().stream()).toList();
  }

  private static String list(RenderedArtifacts fleet) {
    return fleet.ofTenant(TENANT).stream()
        .filter(artifact -> artifact.path().name().equals("kustomization.yaml"))
        .map(Artifact::text)
        .findFirst()
        .orElseThrow();
  }

  private int firstLine() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("tenants/" + TENANT + ".yaml"));
    return lines.indexOf("patches:") + 2;
  }

  private RenderedArtifacts fleet(TenantState state, String patches) throws IOException {
    Path copy =
        folder.resolve("tenants").toFile().exists() ? folder : SampleFleet.copyTo(folder, 1);
    Path file = copy.resolve("tenants/" + TENANT + ".yaml");
    String plain = Files.readString(SampleFleet.root().resolve("tenants/" + TENANT + ".yaml"));
    Files.writeString(file, StatedFleet.in(state, plain + patches));
    return RenderedArtifacts.of(copy);
  }
}
