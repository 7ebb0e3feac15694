package io.tenantsmith.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.RenderedArtifacts;
import io.tenantsmith.harness.CompiledTemplates;
import io.tenantsmith.harness.JsonEReference;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.render.kit.StrictFields;
import io.tenantsmith.template.Rendering;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the fleets of the sample and of the variants make of the templates: all of them, with every
 * condition on and off. Leaves cases for {@code .ci/check-templates}, one for each set of answers
 * that a template got to its conditions.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenderedTemplatesTest {

  private final Map<String, Rendering> cases = new LinkedHashMap<>();
  private final Map<String, Set<Object>> answers = new TreeMap<>();
  private final SortedSet<String> wrongFields = new TreeSet<>();

  @BeforeAll
  void renderAll(@TempDir Path folder) throws IOException {
    render(SampleFleet.copyTo(folder.resolve("sample"), 1));
    for (String fleet : VariantFleet.names()) {
      render(VariantFleet.copyTo(folder.resolve(fleet), fleet));
    }
  }

  @Test
  void print() {
    answers.forEach((k, v) -> System.out.println("ANS " + k + " " + v));
    System.out.println("CASES " + cases.size());
    Set<String> files = new TreeSet<>(CompiledTemplates.files().keySet());
    cases.values().forEach(r -> files.remove(r.template().file().name()));
    System.out.println("NOT " + files);
    System.out.println("WRONG " + wrongFields);
  }

  private void render(Path fleet) {
    for (Artifact artifact : RenderedArtifacts.of(fleet).all()) {
      for (Rendering rendering : artifact.renderings()) {
        SortedSet<String> found = new TreeSet<>();
        note("", rendering.context(), found);
        String file = rendering.template().file().name();
        found.forEach(
            answer -> answers.computeIfAbsent(file + " " + answer.split("=")[0], k -> new TreeSet<>()).add(answer.split("=")[1]));
        cases.putIfAbsent(file + " " + found, rendering);
      }
      for (KubernetesObject object : artifact.objects()) {
        wrongFields.addAll(new StrictFields().problems(object));
      }
    }
  }

  private static void note(String prefix, Object value, Set<String> found) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> note(prefix + "." + key, each, found));
    } else if (value instanceof List<?> list) {
      found.add(prefix + "=" + Math.min(2, list.size()));
      list.forEach(each -> note(prefix + "[]", each, found));
    } else if (value instanceof Boolean) {
      found.add(prefix + "=" + value);
    }
  }
}
