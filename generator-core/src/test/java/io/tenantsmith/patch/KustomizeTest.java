package io.tenantsmith.patch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.objects.Trees;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.kit.StrictFields;
import io.tenantsmith.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Patches give here what the real Kustomize gives, tree by tree. Each file of patches/ is a case;
 * one that is named refused-... is what is not applied here, whatever Kustomize does with it.
 */
class KustomizeTest {

  private static final Path CASES = Path.of("src/test/resources/patches");
  private static final Path TENANT = Path.of("../output/clusters/prod-eu-1/tenants/acme-corp");
  private static final List<String> FILES =
      List.of("content.yaml", "database.yaml", "namespace.yaml", "route.yaml", "wordpress.yaml");
  private static final int RANDOM_PATCHES = 40;

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> patchesGiveWhatKustomizeGives() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .sorted()
          .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)))
          .toList();
    }
  }

  @Test
  void randomPatchesGiveWhatKustomizeGives() throws Exception {
    List<KubernetesObject> objects = objects();
    RandomPatches random = new RandomPatches(20261127, objects);
    int applied = 0;
    for (int i = 0; i < RANDOM_PATCHES; i++) {
      Map<String, Object> patch = random.next();
      try {
        Map<String, Object> ours = patched(objects, List.of(patch));
        applied++;
        Optional<Map<String, Object>> theirs = kustomized(List.of(patch));
        if (theirs.isPresent() || !hasWrongFields(ours)) {
          assertThat(theirs).as("patch %s: %s", i, patch).contains(ours);
        }
      } catch (PatchRefused e) {
        assertThat(e.fact()).isNotBlank();
      }
    }
    assertThat(applied).isGreaterThan(RANDOM_PATCHES / 2);
  }

  private void check(Path file) throws Exception {
    List<Map<String, Object>> patches =
        YamlTrees.documents(Files.readString(file)).stream().flatMap(KustomizeTest::list).toList();
    if (file.getFileName().toString().startsWith("refused-")) {
      assertThatThrownBy(() -> patched(objects(), patches)).isInstanceOf(PatchRefused.class);
      return;
    }
    Map<String, Object> ours = patched(objects(), patches);
    assertThat(ours).isNotEqualTo(patched(objects(), List.of()));
    assertThat(kustomized(patches)).contains(ours);
  }

  @SuppressWarnings("unchecked")
  private static Stream<Map<String, Object>> list(Map<String, Object> document) {
    return ((List<Map<String, Object>>) requireNonNull(document.get("patches"))).stream();
  }

  private static List<KubernetesObject> objects() throws IOException {
    List<KubernetesObject> objects = new ArrayList<>();
    for (String name : FILES) {
      YamlTrees.documents(Files.readString(TENANT.resolve(name)))
          .forEach(tree -> objects.add(KubernetesObject.of(tree)));
    }
    return objects;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> patched(
      List<KubernetesObject> objects, List<Map<String, Object>> patches) throws PatchRefused {
    List<Map<String, Object>> trees =
        new ArrayList<>(objects.stream().map(o -> Trees.copy(o.tree())).toList());
    for (Map<String, Object> patch : patches) {
      Selection selection = Selection.of((Map<String, String>) requireNonNull(patch.get("target")));
      PatchBody body = PatchText.read((String) requireNonNull(patch.get("patch")));
      for (int i = 0; i < trees.size(); i++) {
        if (selection.matches(objects.get(i).ref(), trees.get(i))) {
          body.apply(trees.get(i), objects.get(i).ref().kind());
          if (Trees.holdsNull(trees.get(i))) {
            throw new PatchRefused("it leaves a null");
          }
        }
      }
    }
    return byName(trees);
  }

  /** Nothing where Kustomize refuses. */
  private Optional<Map<String, Object>> kustomized(List<Map<String, Object>> patches)
      throws Exception {
    for (String name : FILES) {
      Files.writeString(folder.resolve(name), Files.readString(TENANT.resolve(name)));
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("patches", patches);
    tree.put("resources", FILES);
    Files.writeString(
        folder.resolve("kustomization.yaml"), YamlWriter.write("A case.", List.of(tree)));
    Path out = folder.resolve("out");
    Process process;
    try {
      process =
          new ProcessBuilder("kubectl", "kustomize", folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
    } catch (IOException e) {
      System.out.println("skipped: kubectl is not on this machine");
      return abort("skipped: kubectl is not on this machine");
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() == 0
        ? Optional.of(byName(YamlTrees.documents(Files.readString(out))))
        : Optional.empty();
  }

  /** Kustomize may stumble over values of a wrong type; those are refused by type. */
  @SuppressWarnings("unchecked")
  private static boolean hasWrongFields(Map<String, Object> objects) {
    StrictFields fields = new StrictFields();
    return objects.values().stream()
        .anyMatch(o -> !fields.problems(KubernetesObject.of((Map<String, Object>) o)).isEmpty());
  }

  private static Map<String, Object> byName(List<Map<String, Object>> trees) {
    Map<String, Object> named = new TreeMap<>();
    trees.forEach(tree -> named.put(KubernetesObject.of(tree).ref().toString(), tree));
    return named;
  }
}
