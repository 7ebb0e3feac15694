package io.tenantsmith.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.CompiledTemplates;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.JsonEReference;
import io.tenantsmith.harness.KubernetesContract;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.StatedFleet;
import io.tenantsmith.harness.TemplateCases;
import io.tenantsmith.harness.TemplateFields;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.run.RenderedArtifacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the fleets of the sample and of the variants make of the templates, and, where no fleet
 * gives a condition both answers, what the other one would make: every template with every
 * condition on and off. Leaves the cases for {@code .ci/check-templates}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenderedTemplatesTest {

  private final TemplateCases cases = new TemplateCases();

  @BeforeAll
  void render(@TempDir Path folder) throws IOException {
    add(SampleFleet.copyTo(folder.resolve("sample"), 1));
    for (String fleet : VariantFleet.names()) {
      add(VariantFleet.copyTo(folder.resolve(fleet), fleet));
    }
    for (TenantState state : TenantState.values()) {
      add(StatedFleet.in(state, SampleFleet.copyTo(folder.resolve(state.label()), 1)));
    }
    cases.turnConditions();
  }

  private void add(Path fleet) {
    for (Artifact artifact : RenderedArtifacts.of(fleet).all()) {
      artifact.renderings().forEach(cases::add);
    }
  }

  @Test
  void everyTemplateIsRendered() {
    SortedSet<String> files = new TreeSet<>(CompiledTemplates.files().keySet());
    files.removeIf(file -> file.endsWith("kustomization.yaml")); // has a test of its own
    assertThat(cases.files()).isEqualTo(files);
  }

  @Test
  void everyConditionIsOnAndOff() {
    assertThat(cases.oneSided()).isEmpty();
  }

  @Test
  void everyFieldIsOneOfTheModels() {
    TemplateFields fields = TemplateFields.byModels();
    assertThat(problems(fields::problems)).isEmpty();
  }

  @Test
  void everyFieldIsOneOfTheContract() {
    KubernetesContract contract = Contracts.kubernetes();
    JsonMapper mapper = new JsonMapper();
    assertThat(problems(tree -> contract.problemsOf(mapper.<JsonNode>valueToTree(tree)))).isEmpty();
  }

  @Test
  void leavesCasesForTheReferenceImplementation() {
    JsonEReference reference = new JsonEReference("rooms");
    cases.all().forEach(reference::add);
    reference.write();
  }

  private List<String> problems(Function<Map<String, Object>, List<String>> check) {
    return cases.all().stream()
        .flatMap(rendering -> rendering.trees().stream())
        .flatMap(tree -> check.apply(tree).stream())
        .distinct()
        .toList();
  }
}
