package io.tenantsmith.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.JsonEReference;
import io.tenantsmith.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every template. */
class RandomTemplatesTest {

  private static final int TEMPLATES = 3_000;
  private static final int COMPARED = 1_000;

  @Test
  void theTextIsWhatTheWriterMakesOfTheTrees() {
    RandomTemplates templates = new RandomTemplates(new Random(7));
    JsonEReference reference = new JsonEReference("random");
    for (int i = 0; i < TEMPLATES; i++) {
      String text = YamlWriter.write("c", List.of(templates.document(), templates.document()));
      TemplateFile file = new TemplateFile("random " + i, text);
      ObjectTemplate<Map<String, Object>> template =
          ObjectTemplate.of(file, RandomTemplates.VALUES);
      Rendering rendering = template.render(templates.source());
      List<Map<String, Object>> trees = rendering.trees();
      assertThat(rendering.text("c")).as(text).isEqualTo(YamlWriter.write("c", trees));
      assertThat(rendering.trees(kind -> true)).isEqualTo(trees);
      checkTrace(rendering, trees);
      if (i < COMPARED) {
        reference.add(file, rendering);
      }
    }
    reference.write();
  }

  @Test
  void aVariableIsNeverMissed() {
    RandomTemplates templates = new RandomTemplates(new Random(11));
    int without = 0;
    int with = 0;
    for (int i = 0; i < TEMPLATES; i++) {
      TemplateFile file =
          new TemplateFile("random " + i, YamlWriter.write("c", List.of(templates.document())));
      Rendering rendering =
          ObjectTemplate.of(file, RandomTemplates.VALUES).render(templates.source());
      String rendered = rendering.trees().toString();
      assertThat(rendering.mayHoldVariable() || !rendered.contains("${"))
          .as(file.text() + rendered)
          .isTrue();
      without += rendering.mayHoldVariable() ? 0 : 1;
      with += rendered.contains("${") ? 1 : 0;
    }
    assertThat(with).isPositive();
    assertThat(without).isGreaterThan(TEMPLATES / 4);
  }

  private static void checkTrace(Rendering rendering, List<Map<String, Object>> trees) {
    List<TracedObject> traced = rendering.trace();
    assertThat(traced).extracting(TracedObject::tree).isEqualTo(trees);
    for (TracedObject object : traced) {
      for (TracedField field : object.fields()) {
        assertThat(Pointers.isIn(object.tree(), field.pointer()))
            .as(field.toString())
            .isEqualTo(field.present());
      }
    }
  }
}
