package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.AddressJoin;
import io.tenantsmith.harness.ClusterObjects;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.CronJoin;
import io.tenantsmith.harness.DatabaseReferences;
import io.tenantsmith.harness.DeletionJoin;
import io.tenantsmith.harness.GatherJoin;
import io.tenantsmith.harness.GroupJoin;
import io.tenantsmith.harness.MemoryJoin;
import io.tenantsmith.harness.MonitorJoin;
import io.tenantsmith.harness.NeedsJoin;
import io.tenantsmith.harness.PriorityJoin;
import io.tenantsmith.harness.RouteJoin;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.SecretJoin;
import io.tenantsmith.harness.SeriesJoin;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.model.PlatformSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What several files of the output must agree on, over the sample and all variants, with tenants in
 * all states, too: no schema and no tenant's own inspection sees both ends.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutputJoinsTest {

  private final Map<String, ClusterObjects> clusters = new TreeMap<>();
  private final Map<String, String> readmes = new TreeMap<>();

  @BeforeAll
  void render(@TempDir Path folder) throws IOException {
    add("sample", SampleFleet.root().resolve("output"));
    for (String fleet : VariantFleet.names()) {
      Path root = VariantFleet.copyTo(folder.resolve(fleet), fleet);
      Report report = new Generate(false).run(Request.of(root), Session.ofThisProcess());
      assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
      add(fleet, root.resolve("output"));
    }
    for (String fleet : LifeCycleFleet.SPREAD) {
      Path root = VariantFleet.copyTo(folder.resolve("spread-" + fleet), fleet);
      new LifeCycleFleet(root).spread();
      add("spread-" + fleet, root.resolve("output"));
    }
  }

  private void add(String fleet, Path output) throws IOException {
    String[] sections = Files.readString(output.resolve("README.md")).split("(?m)^## ");
    try (Stream<Path> folders = Files.list(output.resolve("clusters"))) {
      for (Path cluster : folders.sorted().toList()) {
        String name = cluster.getFileName().toString();
        clusters.put(fleet + "/" + name, ClusterObjects.of(cluster));
        readmes.put(
            fleet + "/" + name,
            Stream.of(sections).filter(s -> s.startsWith(name + " ")).findFirst().orElseThrow());
      }
    }
  }

  @Test
  void everyRouteAndChallengeIsAdmittedByItsListener() {
    assertThat(problems((objects, readme) -> new RouteJoin(objects).problems())).isEmpty();
  }

  @Test
  void noHostIsServedByTwoClustersOfAFleet() {
    Map<String, String> first = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    clusters.forEach(
        (cluster, objects) -> {
          String fleet = cluster.substring(0, cluster.indexOf('/'));
          for (JsonNode route : objects.ofKind("HTTPRoute")) {
            for (JsonNode host : route.at("/spec/hostnames")) {
              String before = first.putIfAbsent(fleet + " " + host.asString(""), cluster);
              if (before != null && !before.equals(cluster)) {
                problems.add(host.asString("") + " is served by " + before + " and " + cluster);
              }
            }
          }
        });
    assertThat(problems).isEmpty();
  }

  @Test
  void everyListenerForHttpsHasItsCertificate() {
    assertThat(
            problems(
                (objects, readme) ->
                    new RouteJoin(objects)
                        .listenersWithoutCertificate(new NeedsJoin(objects, readme).secrets())))
        .isEmpty();
  }

  @Test
  void everyAddressThatIsBuiltIsRegisteredAndAnswered() {
    assertThat(problems((objects, readme) -> new AddressJoin(objects.open()).problems())).isEmpty();
    clusters.forEach(
        (cluster, objects) -> {
          AddressJoin join = new AddressJoin(objects.open());
          join.problems();
          assertThat(join.built()).as(cluster).isGreaterThanOrEqualTo(3);
        });
  }

  @Test
  void everySecretHasAMaker() {
    assertThat(
            problems(
                (objects, readme) ->
                    new SecretJoin(objects).problems(new NeedsJoin(objects, readme).secrets())))
        .isEmpty();
  }

  @Test
  void everySecretThatIsGatheredFindsSomethingThatLasts() {
    assertThat(problems((objects, readme) -> new GatherJoin(objects).problems())).isEmpty();
    clusters.forEach(
        (cluster, objects) ->
            assertThat(new GatherJoin(objects).gathered())
                .as(cluster)
                .isEqualTo(isAutomated(objects) ? 2 : 1));
  }

  private static boolean isAutomated(ClusterObjects objects) {
    return objects.ofKind("Deployment").stream()
        .anyMatch(each -> ClusterObjects.name(each).equals("content"));
  }

  /** Else fleet.yaml could name one of them as a Secret for all tenants. */
  @Test
  void everySecretThatIsMadeForThePlatformIsKnownAsSuch() {
    List<String> problems = new ArrayList<>();
    clusters.forEach(
        (cluster, objects) -> {
          for (JsonNode object : objects.ofKind("ExternalSecret")) {
            String name = object.at("/spec/target/name").asString(ClusterObjects.name(object));
            if (ClusterObjects.namespace(object).equals("admin-apps")
                && !PlatformSecrets.areCalled(name)) {
              problems.add(cluster + ": " + name);
            }
          }
        });
    assertThat(problems).isEmpty();
  }

  @Test
  void everySecretThatPeopleMakeIsRead() {
    assertThat(
            problems(
                (objects, readme) ->
                    new SecretJoin(objects).needless(new NeedsJoin(objects, readme).secrets())))
        .isEmpty();
  }

  @Test
  void theReadmeNamesWhatIsNeededAndNothingElse() {
    assertThat(problems((objects, readme) -> new NeedsJoin(objects, readme).problems())).isEmpty();
  }

  @Test
  void noPodOfATenantTakesThePlaceOfThePlatforms() {
    assertThat(problems((objects, readme) -> new PriorityJoin(objects).problems())).isEmpty();
  }

  @Test
  void everySeriesHasASourceAndIsMissed() {
    assertThat(
            problems(
                (objects, readme) ->
                    new SeriesJoin(objects, new NeedsJoin(objects, readme).series()).problems()))
        .isEmpty();
  }

  @Test
  void everyMonitorScrapesAndWhatRunsForAllIsWatched() {
    assertThat(problems((objects, readme) -> new MonitorJoin(objects).problems())).isEmpty();
  }

  @Test
  void whatHoldsDataOrTheOnlyCopyOfASecretIsProtected() {
    assertThat(problems((objects, readme) -> new DeletionJoin(objects).problems())).isEmpty();
  }

  @Test
  void everyTenantsNamespaceSaysHowItsPeopleAreHelped() {
    clusters.forEach(
        (cluster, objects) ->
            assertThat(objects.ofKind("Namespace"))
                .as(cluster)
                .filteredOn(n -> n.at("/metadata/labels").has("tenantsmith.io/tenant"))
                .isNotEmpty()
                .allSatisfy(
                    n ->
                        assertThat(
                                n.at("/metadata/labels")
                                    .path("tenantsmith.io/support-level")
                                    .asString(""))
                            .isIn("community", "standard", "premium")));
  }

  /** Where the site's log is, the addresses of its visitors are. */
  @Test
  void onlyAdministratorsOfATenantReadLogs() {
    clusters.forEach(
        (cluster, objects) ->
            assertThat(objects.ofKind("Role"))
                .as(cluster)
                .filteredOn(role -> role.toString().contains("pods/log"))
                .isNotEmpty()
                .allSatisfy(
                    role -> assertThat(ClusterObjects.name(role)).isEqualTo("tenant-admin")));
  }

  @Test
  void allWorkersOfASiteFitIntoItsPod() {
    assertThat(problems((objects, readme) -> MemoryJoin.problems(objects))).isEmpty();
  }

  @Test
  void everySiteIsAskedForWhatIsDue() {
    assertThat(problems((objects, readme) -> new CronJoin(objects.open()).problems())).isEmpty();
  }

  /** Whatever the operator's definitions let point into another namespace. */
  @Test
  void noReferenceToADatabaseOfAnotherNamespaceIsAdmitted() {
    Map<String, Set<String>> references =
        DatabaseReferences.ofDefinitions(Contracts.path("contracts/crds"));
    assertThat(references).hasSizeGreaterThan(7);
    assertThat(references.get("mariadbs"))
        .contains(".maxScaleRef", ".multiCluster.members[].externalMariaDbRef");
    ClusterObjects sample = Objects.requireNonNull(clusters.get("sample/prod-eu-1"));
    references.forEach(
        (resource, fields) ->
            assertThat(fields)
                .as(resource)
                .allMatch(
                    field ->
                        DatabaseReferences.looksAt(
                            sample, "tenant-database-refs", resource, field)));
    assertThat(DatabaseReferences.looksAt(sample, "tenant-database-refs", "users", ".otherRef"))
        .isFalse();
  }

  /** Each join sees what it is there for: the sample with one line broken; one more is a line. */
  @ParameterizedTest
  @CsvFileSource(resources = "/joins/broken-lines.txt", delimiter = '|', quoteCharacter = '\'')
  void everyJoinSeesABrokenLine(String file, String line, String broken, String expected) {
    Path cluster = SampleFleet.root().resolve("output/clusters/prod-eu-1");
    String text = YamlTrees.text(cluster.resolve(file));
    String from = line.replace("\\n", "\n");
    assertThat(text).contains(from);
    ClusterObjects objects =
        ClusterObjects.with(
            cluster, cluster.resolve(file), text.replace(from, broken.replace("\\n", "\n")));
    String readme = Objects.requireNonNull(readmes.get("sample/prod-eu-1"));
    NeedsJoin needs = new NeedsJoin(objects, readme);
    List<String> problems = new ArrayList<>(needs.problems());
    problems.addAll(new RouteJoin(objects).problems());
    problems.addAll(new RouteJoin(objects).listenersWithoutCertificate(needs.secrets()));
    problems.addAll(new AddressJoin(objects).problems());
    problems.addAll(new GroupJoin(objects, readme).problems());
    problems.addAll(new SecretJoin(objects).problems(needs.secrets()));
    problems.addAll(new GatherJoin(objects).problems());
    problems.addAll(new PriorityJoin(objects).problems());
    problems.addAll(new SeriesJoin(objects, needs.series()).problems());
    problems.addAll(new MonitorJoin(objects).problems());
    problems.addAll(new DeletionJoin(objects).problems());
    problems.addAll(new CronJoin(objects).problems());
    problems.addAll(MemoryJoin.problems(objects));
    assertThat(problems).anySatisfy(problem -> assertThat(problem).contains(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mergeGateways",
        "addresses of clients",
        "secretKeys",
        "--custom-apply-stage-kinds=ResourceQuota",
        "system-cluster-critical",
        "service account `mariadb-operator`"
      })
  void theReadmeSaysWhatIsTakenForGranted(String word) {
    String readme = Objects.requireNonNull(readmes.get("sample/prod-eu-1"));
    ClusterObjects objects = Objects.requireNonNull(clusters.get("sample/prod-eu-1"));
    assertThat(new NeedsJoin(objects, readme.replace(word, "")).problems())
        .anySatisfy(problem -> assertThat(problem).startsWith("README.md does not say " + word));
  }

  /** What no object can do, and nobody would miss. */
  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP is plain", "--audit-policy-file", "visitors' addresses", "in Git for good"})
  void theReadmeSaysWhatIsLeftToPeople(String words) {
    readmes.forEach((cluster, section) -> assertThat(section).as(cluster).contains(words));
  }

  @Test
  void everyGroupWithRightsIsMadeAndShownToTheApiServer() {
    assertThat(problems((objects, readme) -> new GroupJoin(objects, readme).problems())).isEmpty();
  }

  private List<String> problems(BiFunction<ClusterObjects, String, List<String>> join) {
    List<String> problems = new ArrayList<>();
    clusters.forEach(
        (cluster, objects) ->
            join.apply(objects, Objects.requireNonNull(readmes.get(cluster)))
                .forEach(problem -> problems.add(cluster + ": " + problem)));
    return problems;
  }
}
