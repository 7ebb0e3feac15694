package io.tenantsmith.render.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.GoldenFleet.TenantFixture;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the goldens do not hold: each resource for itself, and how amounts are rounded. */
class QuotaContributorTest {

  private static final String NAMESPACE = "tenant-acme-corp";
  private static final String OF_CLASS = ".storageclass.storage.k8s.io/requests.storage";

  /** Each resource for itself: a tier may limit cpu and leave memory open. */
  @Test
  void whatIsUnlimitedLeavesItsOwnKeysOut() {
    ResolvedTenant tenant =
        fixture()
            .set(TierKeys.LIMIT_CPU, Limit.of(new Cpu(2000)))
            .set(TierKeys.LIMIT_MEMORY, Limit.unlimited())
            .set(TierKeys.LIMIT_STORAGE, Limit.of(Bytes.ofGibi(50)))
            .tenant();
    List<JsonNode> objects = YamlTrees.trees(render(tenant, small()));

    assertThat(objects.get(0).at("/spec/hard").propertyNames())
        .contains("limits.cpu", "requests.cpu", "requests.storage", "pods")
        .doesNotContain("limits.memory", "requests.memory");
    assertThat(objects.get(2).at("/spec/limits/0/max").propertyNames()).containsExactly("cpu");
    // A maximum of claims would keep them from growing: see quota.yaml.
    assertThat(objects.get(2).at("/spec/limits/1/min/storage").asString()).isEqualTo("1Gi");
    assertThat(objects.get(2).at("/spec/limits/1/max").isMissingNode()).isTrue();
  }

  /** One class for both kinds of volumes is one key with the sum, not the last of two. */
  @Test
  void volumesOfOneClassAreCountedTogether() {
    JsonNode hard = hard(List.of(claim("content", "5Gi", "all"), claim("data", "7Gi", "all")));

    assertThat(hard.path("requests.storage").asString()).isEqualTo("12Gi");
    assertThat(hard.path("persistentvolumeclaims").asString()).isEqualTo("3");
    assertThat(hard.path(GoldenFleet.cluster().storageClasses().shared() + OF_CLASS).asString())
        .isEqualTo("0");
  }

  @Test
  void roundsUpOnlyWhatIsNotWhole() {
    JsonNode whole = hard(List.of(job("a", "500m", "512Mi"), job("b", "500m", "512Mi")));
    assertThat(whole.path("requests.cpu").asString()).isEqualTo("1");
    assertThat(whole.path("limits.memory").asString()).isEqualTo("1Gi");

    JsonNode more = hard(List.of(job("a", "501m", "513Mi"), job("b", "500m", "512Mi")));
    assertThat(more.path("requests.cpu").asString()).isEqualTo("2");
    assertThat(more.path("limits.memory").asString()).isEqualTo("2Gi");
    assertThat(more.path("pods").asString()).isEqualTo("3");
  }

  /** The commit by which it comes back is tried against it. */
  @Test
  void aKeptTenantKeepsRoomForAllButPods() {
    List<JsonNode> kept =
        YamlTrees.trees(render(StateForm.KEPT, limited(), List.of(), artifact(small())));

    assertThat(kept).hasSize(1);
    JsonNode hard = kept.get(0).at("/spec/hard");
    assertThat(hard.path("pods").asString()).isEqualTo("0");
    assertThat(hard.propertyNames()).doesNotContain("requests.cpu", "limits.memory");
    JsonNode active = hard(small());
    for (String same : List.of("requests.storage", "persistentvolumeclaims", "services")) {
      assertThat(hard.path(same)).as(same).isEqualTo(active.path(same));
    }
  }

  @Test
  void aClosedTenantHasRoomForTheLargerOfWhatItIsAndWas() {
    List<Map<String, Object>> export = List.of(job("export", "700m", "256Mi"));
    JsonNode hard =
        YamlTrees.trees(render(StateForm.CLOSED, limited(), artifact(export), artifact(small())))
            .get(0)
            .at("/spec/hard");

    assertThat(hard.path("requests.cpu").asString()).isEqualTo("1");
    assertThat(hard.path("requests.memory").asString()).isEqualTo("1Gi");
    assertThat(hard.path("requests.storage").asString()).isEqualTo("12Gi");

    List<Map<String, Object>> larger = List.of(job("export", "1500m", "3Gi"));
    JsonNode grown =
        YamlTrees.trees(render(StateForm.CLOSED, limited(), artifact(larger), artifact(small())))
            .get(0)
            .at("/spec/hard");
    assertThat(grown.path("requests.cpu").asString()).isEqualTo("2");
    assertThat(grown.path("limits.memory").asString()).isEqualTo("3Gi");
    assertThat(grown.path("requests.storage").asString()).isEqualTo("12Gi");
  }

  @Test
  void keepsTheContractOfKubernetes() {
    ResolvedTenant unlimited =
        fixture()
            .set(TierKeys.LIMIT_CPU, Limit.unlimited())
            .set(TierKeys.LIMIT_MEMORY, Limit.unlimited())
            .set(TierKeys.LIMIT_STORAGE, Limit.unlimited())
            .tenant();
    assertThat(Contracts.kubernetes().problemsOf(render(limited(), small()))).isEmpty();
    assertThat(Contracts.kubernetes().problemsOf(render(unlimited, small()))).isEmpty();
  }

  private static List<Map<String, Object>> small() {
    List<Map<String, Object>> objects = new ArrayList<>();
    objects.add(job("web", "500m", "512Mi"));
    objects.add(claim("content", "5Gi", GoldenFleet.cluster().storageClasses().shared()));
    objects.add(claim("data", "7Gi", GoldenFleet.cluster().storageClasses().single()));
    return objects;
  }

  private static Map<String, Object> job(String name, String cpu, String memory) {
    Map<String, Object> size = Map.of("cpu", cpu, "memory", memory);
    Map<String, Object> container =
        Map.of("name", "job", "resources", Map.of("requests", size, "limits", size));
    return object(
        "batch/v1",
        "Job",
        name,
        Map.of("template", Map.of("spec", Map.of("containers", List.of(container)))));
  }

  private static Map<String, Object> claim(String name, String size, String storageClass) {
    return object(
        "v1",
        "PersistentVolumeClaim",
        name,
        Map.of(
            "storageClassName",
            storageClass,
            "resources",
            Map.of("requests", Map.of("storage", size))));
  }

  private static Map<String, Object> object(
      String apiVersion, String kind, String name, Map<String, Object> spec) {
    return Map.of(
        "apiVersion",
        apiVersion,
        "kind",
        kind,
        "metadata",
        Map.of("name", name, "namespace", NAMESPACE),
        "spec",
        spec);
  }

  private static JsonNode hard(List<Map<String, Object>> siblings) {
    return YamlTrees.trees(render(limited(), siblings)).get(0).at("/spec/hard");
  }

  private static String render(ResolvedTenant tenant, List<Map<String, Object>> siblings) {
    return render(StateForm.OPEN, tenant, artifact(siblings), List.of());
  }

  private static String render(
      StateForm form, ResolvedTenant tenant, List<Artifact> siblings, List<Artifact> open) {
    return new QuotaContributor(form, (same, fleet) -> open)
        .contribute(tenant, GoldenFleet.fleet(), siblings)
        .get(0)
        .text();
  }

  private static List<Artifact> artifact(List<Map<String, Object>> trees) {
    List<KubernetesObject> objects = trees.stream().map(KubernetesObject::of).toList();
    return List.of(new Artifact(RelativePath.of("sibling.yaml"), "", objects));
  }

  private static ResolvedTenant limited() {
    return fixture()
        .set(TierKeys.LIMIT_CPU, Limit.of(new Cpu(2000)))
        .set(TierKeys.LIMIT_MEMORY, Limit.of(Bytes.ofGibi(2)))
        .set(TierKeys.LIMIT_STORAGE, Limit.of(Bytes.ofGibi(50)))
        .tenant();
  }

  private static TenantFixture fixture() {
    return new TenantFixture("acme-corp", "acme-corp", "pro");
  }
}
