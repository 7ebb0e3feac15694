package io.tenantsmith.engine;

import static io.tenantsmith.harness.ClusterObjects.display;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.ClusterObjects;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.RightsJoin;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.render.KindInUse;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.sync.SyncedKinds;
import io.tenantsmith.run.RenderedArtifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What sync tools need of every object, whatever it is: over the sample, all variants and tenants
 * that are drawn.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyncedObjectsTest {

  private static final int TENANTS = 100;
  private static final String OPTIONS = "argocd.argoproj.io/sync-options";
  private static final String COMPARE = "argocd.argoproj.io/compare-options";

  private static final List<String> BUILT_IN =
      List.of(
          "/ConfigMap configmaps",
          "/LimitRange limitranges",
          "/Namespace namespaces",
          "/PersistentVolumeClaim persistentvolumeclaims",
          "/ResourceQuota resourcequotas",
          "/Secret secrets",
          "/Service services",
          "/ServiceAccount serviceaccounts",
          "admissionregistration.k8s.io/ValidatingAdmissionPolicy validatingadmissionpolicies",
          "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding"
              + " validatingadmissionpolicybindings",
          "apps/Deployment deployments",
          "apps/StatefulSet statefulsets",
          "autoscaling/HorizontalPodAutoscaler horizontalpodautoscalers",
          "batch/CronJob cronjobs",
          "batch/Job jobs",
          "networking.k8s.io/NetworkPolicy networkpolicies",
          "policy/PodDisruptionBudget poddisruptionbudgets",
          "rbac.authorization.k8s.io/Role roles",
          "rbac.authorization.k8s.io/RoleBinding rolebindings",
          "scheduling.k8s.io/PriorityClass priorityclasses");

  /** Clusters' folders, by fleet and name. */
  private final Map<String, Path> folders = new TreeMap<>();

  private final Map<String, Fleet> fleets = new TreeMap<>();

  @BeforeAll
  void render(@TempDir Path folder) throws IOException {
    add("sample", SampleFleet.root());
    for (String fleet : VariantFleet.names()) {
      Path root = VariantFleet.copyTo(folder.resolve(fleet), fleet);
      Report report = new Generate(false).run(Request.of(root), Session.ofThisProcess());
      assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
      add(fleet, root);
    }
    for (String fleet : LifeCycleFleet.SPREAD) {
      Path root = VariantFleet.copyTo(folder.resolve("spread-" + fleet), fleet);
      add("spread-" + fleet, root);
      new LifeCycleFleet(root).spread();
    }
  }

  private void add(String name, Path root) {
    Fleet fleet = RenderedArtifacts.of(root).fleet();
    for (Cluster cluster : fleet.clusters()) {
      String key = name + "/" + cluster.name().value();
      fleets.put(key, fleet);
      folders.put(key, root.resolve("output/clusters").resolve(cluster.name().value()));
    }
  }

  @Test
  void theToolsMayWriteWhatIsRenderedWhereItIsRendered() {
    List<String> problems = new ArrayList<>();
    folders.forEach(
        (key, folder) -> {
          Set<KindInUse> tenants = new HashSet<>(tenantList(key));
          tenantKinds(key).stream()
              .filter(kind -> !tenants.contains(kind))
              .forEach(kind -> problems.add(key + ": tenants have " + kind));
          Set<KindInUse> platform = new HashSet<>(platformList(key));
          platformKinds(key).stream()
              .filter(kind -> !platform.contains(kind))
              .forEach(kind -> problems.add(key + ": the platform has " + kind));
        });
    assertThat(problems).as("kinds that are missing in SyncedKinds").isEmpty();
  }

  @Test
  void tenantsThatAreDrawnHaveNoOtherKinds() throws IOException {
    Set<KindInUse> allowed = new HashSet<>(tenantList("sample/prod-eu-1"));
    Set<KindInUse> found = new TreeSet<>();
    RandomFleetTest.rendered(31, TENANTS)
        .forEach(
            (path, text) -> {
              String[] parts = path.split("/", -1);
              boolean ofTenant = parts.length > 4 && parts[2].equals("tenants");
              if (ofTenant && path.endsWith(".yaml") && !path.endsWith("kustomization.yaml")) {
                found.addAll(kinds(text, MemoryFleet.PREFIX + parts[3], MemoryFleet.PREFIX));
              }
            });
    assertThat(allowed).containsAll(found);
    assertThat(found).hasSizeGreaterThan(30);
  }

  /** A list with more than can be rendered would allow more than is needed. */
  @Test
  void theToolsMayWriteNothingElse() {
    Set<KindInUse> listed = new TreeSet<>();
    Set<KindInUse> rendered = new TreeSet<>();
    folders.forEach(
        (key, folder) -> {
          String own = fleet(key).namespacePrefix().value() + "*";
          listed.addAll(platformList(key));
          tenantList(key).forEach(kind -> listed.add(kind.generalised(own, "*")));
          tenantKinds(key).forEach(kind -> rendered.add(kind.generalised(own, "*")));
          SyncedKinds.onceOfTenants(fleet(key))
              .forEach(kind -> rendered.add(kind.generalised(own, "*")));
          rendered.addAll(platformKinds(key));
        });
    listed.removeAll(rendered);
    assertThat(listed)
        .as(
            "kinds that nothing renders any more; what earlier versions applied must still be"
                + " pruned, so move them to a list ONCE_... of SyncedKinds")
        .isEmpty();
  }

  /** Else the object's Application is out of sync for ever once the object has left Git. */
  @Test
  void whatIsNeverPrunedIsIgnoredOnceItHasLeftGit() {
    List<String> problems = new ArrayList<>();
    int marked = 0;
    for (Map.Entry<String, Path> cluster : folders.entrySet()) {
      for (JsonNode object : ClusterObjects.of(cluster.getValue()).all()) {
        boolean kept = annotation(object, OPTIONS).contains("Prune=false");
        boolean ignored = annotation(object, COMPARE).equals("IgnoreExtraneous");
        boolean fluxKeeps =
            annotation(object, "kustomize.toolkit.fluxcd.io/prune").equals("disabled");
        if (kept != ignored || kept != fluxKeeps) {
          problems.add(cluster.getKey() + ": " + display(object));
        }
        marked += kept ? 1 : 0;
      }
    }
    assertThat(problems).isEmpty();
    assertThat(marked).isGreaterThan(100);
  }

  /** Four settings, each of which leaves an Application red for ever if it is another. */
  @Test
  void everyApplicationComparesByTheServerAndTriesForEver() {
    List<String> problems = new ArrayList<>();
    int applications = 0;
    for (Map.Entry<String, Path> cluster : folders.entrySet()) {
      ClusterObjects objects = ClusterObjects.of(cluster.getValue());
      for (JsonNode set : objects.ofKind("ApplicationSet")) {
        problems(cluster.getKey(), set.at("/spec/template"), problems);
        applications++;
      }
      for (JsonNode application : objects.ofKind("Application")) {
        problems(cluster.getKey(), application, problems);
        applications++;
      }
    }
    assertThat(problems).isEmpty();
    assertThat(applications).isGreaterThanOrEqualTo(15);
  }

  /**
   * An account that lacks a right leaves every tenant red; that of tenants may not escalate, so it
   * must have what the Roles of tenants give.
   */
  @Test
  void theAccountsOfFluxMayWriteWhatTheyApply() {
    List<String> problems = new ArrayList<>();
    List<String> followed = new ArrayList<>();
    for (Map.Entry<String, Path> cluster : folders.entrySet()) {
      if (Files.isRegularFile(cluster.getValue().resolve("bootstrap/flux.yaml"))) {
        followed.add(cluster.getKey());
        for (String[] each :
            List.of(
                new String[] {"platform", "platform"},
                new String[] {"tenants", "tenants"},
                new String[] {"flux", "fleet"})) {
          rights(cluster.getKey(), each[1])
              .lackingFor(ClusterObjects.of(cluster.getValue().resolve(each[0])).all(), resources())
              .forEach(lacking -> problems.add(cluster.getKey() + " " + each[1] + ": " + lacking));
        }
      }
    }
    assertThat(problems).isEmpty();
    assertThat(followed)
        .contains("sample/prod-eu-1", "vault/prod-eu-1", "spread-vault/prod-eu-1")
        .hasSize(5);
  }

  @Test
  void anAccountThatLacksARightIsSeen() {
    Path folder = folder("sample/prod-eu-1");
    List<JsonNode> tenants = ClusterObjects.of(folder.resolve("tenants")).all();
    assertThat(rights("sample/prod-eu-1", "fleet").lackingFor(tenants, resources()))
        .contains("ConfigMap tenant-globex/wordpress-config: patch")
        .anyMatch(text -> text.startsWith("Role admin-apps/read-tenant-globex gives: "));
  }

  /** The names by which rights know the kinds, as the definitions have them. */
  private static Set<String> resources() {
    Set<String> resources = new TreeSet<>(BUILT_IN);
    for (Path folder :
        List.of(Contracts.path("contracts/crds"), Path.of("src/test/resources/crds"))) {
      for (Path file : YamlTrees.files(folder)) {
        for (JsonNode definition : YamlTrees.trees(YamlTrees.text(file))) {
          JsonNode spec = definition.path("spec");
          resources.add(
              spec.path("group").asString("")
                  + "/"
                  + spec.at("/names/kind").asString("")
                  + " "
                  + spec.at("/names/plural").asString(""));
        }
      }
    }
    return resources;
  }

  private RightsJoin rights(String key, String account) {
    return new RightsJoin(ClusterObjects.of(folder(key)).all(), account);
  }

  private static void problems(String cluster, JsonNode application, List<String> problems) {
    String policy = application.at("/spec/syncPolicy").toString();
    boolean right =
        annotation(application, COMPARE).equals("ServerSideDiff=true")
            && annotation(application, "argocd.argoproj.io/manifest-generate-paths").equals(".")
            && application.at("/spec/syncPolicy/retry/limit").asInt(0) == -1
            && policy.contains("ServerSideApply=true")
            && !policy.contains("PruneLast");
    if (!right) {
      problems.add(cluster + ": " + display(application) + " " + policy);
    }
  }

  private Fleet fleet(String key) {
    return Objects.requireNonNull(fleets.get(key));
  }

  private Path folder(String key) {
    return Objects.requireNonNull(folders.get(key));
  }

  private List<KindInUse> tenantList(String key) {
    return SyncedKinds.ofTenants(fleet(key), cluster(key));
  }

  private List<KindInUse> platformList(String key) {
    return SyncedKinds.ofPlatform(fleet(key), cluster(key));
  }

  private Cluster cluster(String key) {
    String name = key.substring(key.indexOf('/') + 1);
    return fleet(key).clusters().stream()
        .filter(cluster -> cluster.name().value().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Set<KindInUse> platformKinds(String key) {
    Set<KindInUse> kinds = new TreeSet<>();
    for (Path file : YamlTrees.files(folder(key).resolve("platform"))) {
      if (!file.endsWith("kustomization.yaml")) {
        kinds.addAll(kinds(YamlTrees.text(file), "", ""));
      }
    }
    return kinds;
  }

  private Set<KindInUse> tenantKinds(String key) {
    String prefix = fleet(key).namespacePrefix().value();
    Path tenants = folder(key).resolve("tenants");
    Set<KindInUse> kinds = new TreeSet<>();
    for (Path file : YamlTrees.files(tenants)) {
      if (!file.endsWith("kustomization.yaml")) {
        String own = prefix + tenants.relativize(file).getName(0);
        kinds.addAll(kinds(YamlTrees.text(file), own, prefix));
      }
    }
    return kinds;
  }

  private static List<KindInUse> kinds(String text, String own, String prefix) {
    return YamlTrees.documents(text).stream()
        .map(document -> KindInUse.of(KubernetesObject.of(document).ref()))
        .map(kind -> own.isEmpty() ? kind : kind.generalised(own, prefix + "*"))
        .toList();
  }

  private static String annotation(JsonNode object, String name) {
    return object.path("metadata").path("annotations").path(name).asString("");
  }
}
