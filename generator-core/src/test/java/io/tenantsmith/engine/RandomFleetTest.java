package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.FieldValues;
import io.tenantsmith.harness.ObjectRules;
import io.tenantsmith.harness.RandomTenants;
import io.tenantsmith.harness.TenantSchema;
import io.tenantsmith.harness.YamlTrees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Fleets drawn from a seed render without a finding of the output rules and to the same bytes in
 * another JVM. {@code -Drandom.seeds=5 -Drandom.tenants=500} draws larger ones.
 */
class RandomFleetTest {

  private static final int SEEDS = Integer.getInteger("random.seeds", 1);
  private static final int TENANTS = Integer.getInteger("random.tenants", 40);
  private static final List<String> TIERS = List.of("free", "pro", "enterprise");

  @TempDir private Path folder;

  /** Entry of the other JVM: seed, number of tenants, file for the tree. */
  public static void main(String[] arguments) throws IOException {
    SortedMap<String, String> tree =
        rendered(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
    Files.writeString(Path.of(arguments[2]), tree.toString());
  }

  @Test
  void rendersWithoutFindingsAndTheSameInAnotherJvm() throws Exception {
    for (int seed = 1; seed <= SEEDS; seed++) {
      // Throws where an output rule finds something.
      String here = rendered(seed, TENANTS).toString();
      Path there = folder.resolve("tree-" + seed);
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  RandomFleetTest.class.getName(),
                  String.valueOf(seed),
                  String.valueOf(TENANTS),
                  there.toString())
              .inheritIO()
              .start();
      assertThat(other.waitFor()).isZero();
      assertThat(Files.readString(there).equals(here)).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void aSampleKeepsTheContracts() throws IOException {
    for (Map.Entry<String, String> file : rendered(99, 12).entrySet()) {
      if (file.getKey().contains("/tenants/") && file.getKey().endsWith(".yaml")) {
        Path target = folder.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue(), StandardCharsets.UTF_8);
      }
    }
    assertThat(Contracts.kubernetes().problemsOf(folder)).isEmpty();
    List<String> problems = new ArrayList<>();
    List<Path> files = YamlTrees.files(folder);
    files.forEach(
        file -> objects(file).forEach(object -> problems.addAll(ObjectRules.problemsOf(object))));
    assertThat(problems).isEmpty();
    assertThat(files).hasSizeGreaterThan(12 * 13);
  }

  private static List<JsonNode> objects(Path file) {
    return file.endsWith("kustomization.yaml") ? List.of() : YamlTrees.trees(YamlTrees.text(file));
  }

  /** The files of a fleet of tenants drawn from a seed. */
  static SortedMap<String, String> rendered(long seed, int number) throws IOException {
    RandomTenants random = new RandomTenants(TenantSchema.read(), seed);
    List<Map<String, Object>> tenants = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String cluster = MemoryFleet.CLUSTERS.get(i % 2);
      String id = "t" + i;
      String domain = id + ".example.net";
      tenants.add(
          random.tenant(
              new FieldValues.Place(
                  id,
                  TIERS.get(i % 3),
                  cluster,
                  MemoryFleet.regionOf(cluster),
                  MemoryFleet.PREFIX,
                  List.of("www." + domain, domain, "a-b." + domain, "a.b." + domain)),
              60));
    }
    return MemoryFleet.render(new MemoryFleet().valid(tenants));
  }
}
