package io.tenantsmith.render.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.CompiledTemplates;
import io.tenantsmith.harness.JsonEReference;
import io.tenantsmith.harness.TemplateCases;
import io.tenantsmith.model.Patch;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The template of kustomization.yaml with all of its conditions, for the reference, too. */
class KustomizationTest {

  @Test
  void leavesCasesForTheReferenceImplementation() {
    Patch targeted = new Patch(Map.of("kind", "Service", "name", "web"), "- op: remove\n");
    Patch untargeted = new Patch(Map.of(), "kind: Service\n");
    TemplateCases cases = new TemplateCases();
    for (List<Patch> patches : List.of(List.<Patch>of(), List.of(targeted, untargeted))) {
      cases.add(
          template()
              .render(
                  new Kustomization(
                      RelativePath.of("clusters"), "fleet.yaml", List.of("a.yaml"), patches)));
    }
    assertThat(cases.oneSided()).isEmpty();
    JsonEReference reference = new JsonEReference("kustomization");
    cases.all().forEach(reference::add);
    reference.write();
  }

  @SuppressWarnings("unchecked") // the template lies beside the class that is its source
  private static ObjectTemplate<Kustomization> template() {
    return (ObjectTemplate<Kustomization>)
        CompiledTemplates.ofRooms().templates().keySet().stream()
            .filter(template -> template.file().name().endsWith("/kustomization.yaml"))
            .findFirst()
            .orElseThrow();
  }
}
