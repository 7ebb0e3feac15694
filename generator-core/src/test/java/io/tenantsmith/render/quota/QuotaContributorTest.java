package io.tenantsmith.render.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.GoldenFleet.TenantFixture;
import io.tenantsmith.harness.KubernetesContract;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cluster.StorageClasses;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.model.Values;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.Demand.Claim;
import io.tenantsmith.render.Demand.Containers;
import io.tenantsmith.render.Demand.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The quota table of the golden, row by row. */
class QuotaContributorTest {

  private static final Size BACKUP_REQUEST = size(200, 512);
  private static final Size BACKUP_LIMIT = size(1000, 1024);

  @Test
  void free() {
    List<Containers> rows = rows();
    rows.add(pods("web", 3, size(250, 256), size(500, 512)));
    rows.add(pods("mariadb", 1, size(2000, 4096), size(2000, 4096)));
    List<Claim> claims =
        List.of(content(5), new Claim("database", 1, gibi(20)), new Claim("staging", 2, gibi(20)));

    assertThat(render(limited("tenant1", "free"), new Demand(rows, claims, 4, 14, 4)).text())
        .isEqualTo(golden("tenant1"));
  }

  @Test
  void pro() {
    List<Containers> rows = rows();
    rows.add(pods("web", 4, size(500, 512), size(1000, 1024)));
    rows.add(pods("mariadb", 2, size(4000, 8192), size(4000, 8192)));
    rows.add(new Containers("agent", 2, true, size(200, 256), size(200, 256)));
    rows.add(pods("acme solver", 2, size(10, 64), size(100, 64)));
    List<Claim> claims =
        List.of(
            content(50), new Claim("database", 2, gibi(100)), new Claim("staging", 2, gibi(100)));

    assertThat(render(limited("acme-corp", "pro"), new Demand(rows, claims, 8, 21, 5)).text())
        .isEqualTo(golden("acme-corp"));
  }

  @Test
  void enterprise() {
    List<Containers> rows = rows();
    rows.add(pods("web", 12, size(500, 1024), size(1000, 2048)));
    rows.add(pods("mariadb", 3, size(8000, 32768), size(8000, 32768)));
    rows.add(new Containers("agent", 3, true, size(200, 256), size(200, 256)));
    rows.add(pods("acme solver", 3, size(10, 64), size(100, 64)));
    rows.add(pods("open webui", 1, size(500, 1024), size(2000, 2048)));
    List<Claim> claims =
        List.of(
            content(500),
            new Claim("database", 3, gibi(500)),
            new Claim("staging", 2, gibi(500)),
            new Claim("open-webui", 1, gibi(10)));
    Demand demand = new Demand(rows, claims, 10, 25, 5);

    assertThat(render(unlimited(), demand).text()).isEqualTo(golden("globex"));
    assertThat(new Need(demand).cpu(Containers::request)).isEqualTo(new Cpu(31740));
    assertThat(new Need(demand).memory(Containers::request)).isEqualTo(Bytes.ofMebi(114016));
    assertThat(new Need(demand).cpu(Containers::limit)).isEqualTo(new Cpu(41900));
    assertThat(new Need(demand).memory(Containers::limit)).isEqualTo(Bytes.ofMebi(128768));
    assertThat(new Need(demand).pods()).isEqualTo(25);
    assertThat(new Need(demand).storage(claim -> !claim.shared())).isEqualTo(gibi(2510));
  }

  /** Each resource for itself: a tier may limit cpu and leave memory open. */
  @Test
  void whatIsUnlimitedLeavesItsOwnKeysOut() {
    ResolvedTenant tenant =
        fixture("acme-corp", "pro")
            .set(TierKeys.LIMIT_CPU, Limit.of(new Cpu(2000)))
            .set(TierKeys.LIMIT_MEMORY, Limit.unlimited())
            .set(TierKeys.LIMIT_STORAGE, Limit.of(gibi(50)))
            .tenant();
    List<JsonNode> objects = YamlTrees.trees(render(tenant, small()).text());

    assertThat(objects.get(0).at("/spec/hard").propertyNames())
        .contains("limits.cpu", "requests.cpu", "requests.storage", "pods")
        .doesNotContain("limits.memory", "requests.memory");
    assertThat(objects.get(2).at("/spec/limits/0/max").propertyNames()).containsExactly("cpu");
    assertThat(objects.get(2).at("/spec/limits/1/max/storage").asString()).isEqualTo("7Gi");
  }

  /** One class for both kinds of volumes is one key with the sum, not the last of two. */
  @Test
  void volumesOfOneClassAreCountedTogether() {
    Sourced<String> all = new Sourced<>("all", SourceRange.ofFile("fleet.yaml"));
    Values stated =
        GoldenFleet.statedCluster()
            .put(ClusterKeys.SHARED_CLASS, all)
            .put(ClusterKeys.SINGLE_CLASS, all)
            .build();
    StorageClasses one =
        GoldenFleet.fleet(GoldenFleet.stated().build(), stated).clusters().get(0).storageClasses();
    Map<String, ?> hard =
        new QuotaAmounts(new Need(small()), new Unlimited(true, true, false), one).hard();

    assertThat(hard.get("all.storageclass.storage.k8s.io/requests.storage")).hasToString("12Gi");
    assertThat(hard.get("requests.storage")).hasToString("12Gi");
  }

  @Test
  void roundsUpOnlyWhatIsNotWhole() {
    Demand exact =
        new Demand(List.of(pods("one", 4, size(500, 512), size(1000, 1024))), List.of(), 4, 5, 0);
    Map<String, ?> hard =
        new QuotaAmounts(
                new Need(exact),
                new Unlimited(false, false, true),
                GoldenFleet.cluster().storageClasses())
            .hard();

    assertThat(hard.get("requests.cpu")).hasToString("2");
    assertThat(hard.get("limits.memory")).hasToString("4Gi");
    assertThat(hard.get("services")).hasToString("5");
    assertThat(hard.get("secrets")).hasToString("7");
  }

  @Test
  void keepsTheContractOfKubernetes() {
    KubernetesContract kubernetes = new KubernetesContract(Contracts.path("contracts"));
    assertThat(kubernetes.problemsOf(render(limited("acme-corp", "pro"), small()).text()))
        .isEmpty();
    assertThat(kubernetes.problemsOf(render(unlimited(), small()).text())).isEmpty();
  }

  /** Rows that every tenant has. */
  private static List<Containers> rows() {
    return new ArrayList<>(
        List.of(
            pods("exporter", 2, size(50, 64), size(200, 128)),
            pods("backup", 1, BACKUP_REQUEST, BACKUP_LIMIT),
            pods("restore", 1, BACKUP_REQUEST, BACKUP_LIMIT),
            pods("wp-cron", 1, size(10, 32), size(100, 64)),
            pods("install", 1, size(100, 256), size(500, 512))));
  }

  private static Demand small() {
    return new Demand(
        List.of(pods("web", 1, size(100, 128), size(500, 512))),
        List.of(content(5), new Claim("database", 1, gibi(7))),
        1,
        1,
        1);
  }

  private static Artifact render(ResolvedTenant tenant, Demand demand) {
    Artifact sibling = new Artifact(RelativePath.of("sibling.yaml"), "", List.of()).needing(demand);
    return new QuotaContributor().contribute(tenant, GoldenFleet.fleet(), List.of(sibling)).get(0);
  }

  private static String golden(String id) {
    return YamlTrees.text(
        Contracts.path("golden/output/clusters/prod-eu-1/tenants/" + id + "/quota.yaml"));
  }

  private static ResolvedTenant limited(String id, String tier) {
    return fixture(id, tier)
        .set(TierKeys.LIMIT_CPU, Limit.of(new Cpu(2000)))
        .set(TierKeys.LIMIT_MEMORY, Limit.of(gibi(2)))
        .set(TierKeys.LIMIT_STORAGE, Limit.of(gibi(50)))
        .tenant();
  }

  private static ResolvedTenant unlimited() {
    return fixture("globex", "enterprise")
        .set(TierKeys.LIMIT_CPU, Limit.unlimited())
        .set(TierKeys.LIMIT_MEMORY, Limit.unlimited())
        .set(TierKeys.LIMIT_STORAGE, Limit.unlimited())
        .tenant();
  }

  private static TenantFixture fixture(String id, String tier) {
    return new TenantFixture(id, id, tier);
  }

  private static Containers pods(String what, int count, Size request, Size limit) {
    return new Containers(what, count, false, request, limit);
  }

  private static Claim content(long gibi) {
    return new Claim("content", 1, gibi(gibi), true);
  }

  private static Bytes gibi(long count) {
    return Bytes.ofGibi(count);
  }

  private static Size size(long milli, long mebi) {
    return new Size(new Cpu(milli), Bytes.ofMebi(mebi));
  }
}
