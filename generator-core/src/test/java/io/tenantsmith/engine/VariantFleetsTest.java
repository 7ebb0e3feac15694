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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Tenants and fleets that the golden does not hold keep every contract too. */
class VariantFleetsTest {

  @TempDir private Path folder;

  static List<String> fleets() throws IOException {
    return VariantFleet.names();
  }

  @Test
  void theFleetsHoldEveryTierAndSyncTool() throws IOException {
    assertThat(fleets())
        .contains("everything", "newcomer", "flux", "argocd", "undedicated", "vault");
    assertThat(YamlTrees.files(VariantFleet.copyTo(folder, "everything").resolve("tenants")))
        .hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @MethodSource("fleets")
  void everyObjectKeepsTheContractOfKubernetes(String fleet) throws IOException {
    KubernetesContract kubernetes = new KubernetesContract(Contracts.path("contracts"));
    assertThat(kubernetes.problemsOf(clusters(fleet))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fleets")
  void everyBlueprintKeepsTheContractOfAuthentik(String fleet) throws IOException {
    BlueprintContract blueprints =
        new BlueprintContract(Contracts.path("contracts/authentik-blueprint.schema.json"));
    List<String> problems = new ArrayList<>();
    int read = 0;
    for (Path file : YamlTrees.files(clusters(fleet))) {
      String text = YamlTrees.text(file);
      if (text.contains("name: blueprint-")) {
        blueprints.problemsOfConfigMaps(text).forEach(p -> problems.add(file + ": " + p));
        read++;
      }
    }
    assertThat(problems).isEmpty();
    assertThat(read).isPositive();
  }

  @ParameterizedTest
  @MethodSource("fleets")
  void everyObjectIsWhatServersKeepAsItIs(String fleet) throws IOException {
    List<String> problems = new ArrayList<>();
    Path clusters = clusters(fleet);
    for (Path file : YamlTrees.files(clusters)) {
      objects(file).stream()
          .flatMap(object -> ObjectRules.problemsOf(object).stream())
          .forEach(problem -> problems.add(clusters.relativize(file) + ": " + problem));
    }
    assertThat(problems).isEmpty();
  }

  /** A kustomization's own form has no names and is no object of a cluster. */
  private static List<JsonNode> objects(Path file) {
    return file.endsWith("kustomization.yaml") ? List.of() : YamlTrees.trees(YamlTrees.text(file));
  }

  private Path clusters(String fleet) throws IOException {
    VariantFleet.copyTo(folder, fleet);
    Report report = new Generate(false).run(Request.of(folder), Session.ofThisProcess());
    assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
    Path clusters = folder.resolve("output/clusters");
    try (Stream<Path> each = Files.list(clusters)) {
      assertThat(each).isNotEmpty();
    }
    return clusters;
  }
}
