package io.tenantsmith.patch;

import static io.tenantsmith.harness.Kustomize.texts;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantsmith.harness.Kustomize;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.objects.Trees;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.kit.StrictFields;
import io.tenantsmith.yaml.AgreedTree;
import io.tenantsmith.yaml.InlineText;
import io.tenantsmith.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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
  private static final int RANDOM_PATCHES = 500;
  private static final int TOGETHER = 12;

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

  /** Many at a time, since a process costs more than a patch; one by one where they differ. */
  @Test
  void randomPatchesGiveWhatKustomizeGives() throws Exception {
    List<KubernetesObject> objects = objects();
    RandomPatches random = new RandomPatches(20261127, objects);
    List<Map<String, Object>> batch = new ArrayList<>();
    int applied = 0;
    for (int i = 0; i < RANDOM_PATCHES; i++) {
      Map<String, Object> patch = random.next();
      batch.add(patch);
      if (!isApplied(objects, batch)) {
        batch.remove(patch);
        continue;
      }
      applied++;
      if (batch.size() == TOGETHER) {
        compare(objects, batch);
        batch.clear();
      }
    }
    compare(objects, batch);
    assertThat(applied).isGreaterThan(RANDOM_PATCHES / 3);
  }

  /** Whether it is applied, and leaves types as they should be, over which Kustomize stumbles. */
  private static boolean isApplied(
      List<KubernetesObject> objects, List<Map<String, Object>> patches) {
    try {
      return !hasWrongFields(patched(objects, patches));
    } catch (PatchRefused e) {
      assertThat(e.fact()).isNotBlank();
      return false;
    }
  }

  private void compare(List<KubernetesObject> objects, List<Map<String, Object>> patches)
      throws Exception {
    Kustomize.Result theirs = kustomized(patches);
    SortedMap<String, String> ours = texts(patched(objects, patches));
    if (theirs.objects().isPresent() && theirs.objects().get().equals(ours)) {
      return;
    }
    for (Map<String, Object> patch : patches) {
      Kustomize.Result alone = kustomized(List.of(patch));
      assertThat(alone.objects())
          .as("%s %s", patch, alone.errors())
          .contains(texts(patched(objects, List.of(patch))));
    }
    assertThat(theirs.objects()).as("together: %s %s", patches, theirs.errors()).contains(ours);
  }

  private void check(Path file) throws Exception {
    List<Map<String, Object>> patches =
        YamlTrees.documents(Files.readString(file)).stream().flatMap(KustomizeTest::list).toList();
    if (file.getFileName().toString().startsWith("refused-")) {
      assertThatThrownBy(() -> patched(objects(), patches)).isInstanceOf(PatchRefused.class);
      return;
    }
    List<Map<String, Object>> ours = patched(objects(), patches);
    assertThat(ours).isNotEqualTo(patched(objects(), List.of()));
    compare(objects(), patches);
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
  private static List<Map<String, Object>> patched(
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
    return trees;
  }

  /** The folder with the patches as they are written into it. */
  private Kustomize.Result kustomized(List<Map<String, Object>> patches) throws Exception {
    for (String name : FILES) {
      Files.writeString(folder.resolve(name), Files.readString(TENANT.resolve(name)));
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("patches", patches.stream().map(KustomizeTest::inOurForm).toList());
    tree.put("resources", FILES);
    Files.writeString(
        folder.resolve("kustomization.yaml"), YamlWriter.write("A case.", List.of(tree)));
    return Kustomize.build(folder);
  }

  private static Map<String, Object> inOurForm(Map<String, Object> patch) {
    Map<String, Object> written = new LinkedHashMap<>(patch);
    written.computeIfPresent(
        "patch",
        (key, text) ->
            AgreedTree.of(InlineText.read("patch", (String) text).value().orElseThrow()).text());
    return written;
  }

  private static boolean hasWrongFields(List<Map<String, Object>> trees) {
    StrictFields fields = new StrictFields();
    return trees.stream().anyMatch(tree -> !fields.problems(KubernetesObject.of(tree)).isEmpty());
  }
}
