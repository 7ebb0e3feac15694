package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.BlueprintContract;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.KubernetesContract;
import io.tenantsmith.harness.ObjectRules;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.harness.YamlTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Tenants and fleets that the golden does not hold keep every contract too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VariantFleetsTest {

  private final KubernetesContract kubernetes = Contracts.kubernetes();
  private final BlueprintContract blueprints =
      new BlueprintContract(Contracts.path("contracts/authentik-blueprint.schema.json"));
  private final Map<String, Map<String, List<JsonNode>>> rendered = new TreeMap<>();

  /** Renders and parses each fleet once; no test changes what is rendered. */
  @BeforeAll
  void render(@TempDir Path folder) throws IOException {
    for (String fleet : fleets()) {
      rendered.put(fleet, objects(clusters(VariantFleet.copyTo(folder.resolve(fleet), fleet))));
    }
  }

  static List<String> fleets() throws IOException {
    return VariantFleet.names();
  }

  @Test
  void theFleetsHoldEveryTierAndSyncTool(@TempDir Path folder) throws IOException {
    assertThat(fleets())
        .contains("everything", "newcomer", "flux", "argocd", "undedicated", "vault");
    assertThat(YamlTrees.files(VariantFleet.copyTo(folder, "everything").resolve("tenants")))
        .hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @MethodSource("fleets")
  void everyObjectKeepsTheContractOfKubernetes(String fleet) {
    assertThat(problems(fleet, kubernetes::problemsOf)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fleets")
  void everyBlueprintKeepsTheContractOfAuthentik(String fleet) {
    List<String> read = new ArrayList<>();
    assertThat(
            problems(
                fleet,
                object -> {
                  String name = object.at("/metadata/name").asString("");
                  if (!name.startsWith("blueprint-")) {
                    return List.of();
                  }
                  read.add(name);
                  return blueprints.problemsOfConfigMap(object);
                }))
        .isEmpty();
    assertThat(read).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("fleets")
  void everyObjectIsWhatServersKeepAsItIs(String fleet) {
    assertThat(problems(fleet, ObjectRules::problemsOf)).isEmpty();
  }

  private List<String> problems(String fleet, Function<JsonNode, List<String>> check) {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, List<JsonNode>> file :
        Objects.requireNonNull(rendered.get(fleet)).entrySet()) {
      for (JsonNode object : file.getValue()) {
        check.apply(object).forEach(problem -> problems.add(file.getKey() + ": " + problem));
      }
    }
    return problems;
  }

  /** A kustomization's own form has no names and is no object of a cluster. */
  private static Map<String, List<JsonNode>> objects(Path clusters) {
    Map<String, List<JsonNode>> objects = new TreeMap<>();
    for (Path file : YamlTrees.files(clusters)) {
      if (!file.endsWith("kustomization.yaml")) {
        objects.put(clusters.relativize(file).toString(), YamlTrees.trees(YamlTrees.text(file)));
      }
    }
    return objects;
  }

  private static Path clusters(Path folder) throws IOException {
    Report report = new Generate(false).run(Request.of(folder), Session.ofThisProcess());
    assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
    Path clusters = folder.resolve("output/clusters");
    try (Stream<Path> each = Files.list(clusters)) {
      assertThat(each).isNotEmpty();
    }
    return clusters;
  }
}
