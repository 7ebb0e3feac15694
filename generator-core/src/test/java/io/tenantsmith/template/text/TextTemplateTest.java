package io.tenantsmith.template.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTemplateTest {

  private final TextTemplates folder =
      new TextTemplates("io/tenantsmith/template/text", Map.of("loud", text -> text + "!"));

  @Test
  void aFileWithoutTagsIsFilledOnce() {
    TextTemplate template = folder.template("plain");

    String first = template.text(Map.of("on", true));

    assertThat(first).isEqualTo("line\n# { % }\n");
    assertThat(template.text(Map.of())).isSameAs(first);
    assertThat(folder.isFixed("plain")).isTrue();
    assertThat(template.asWritten(Map.of())).isEqualTo("line\n\n# { % }\n");
  }

  @Test
  void aFileWithTagsIsFilledForEach() {
    TextTemplate template = folder.template("tagged");

    String first = template.text(Map.of("on", true, "word", "a"));

    assertThat(first).isEqualTo("line\na\n");
    assertThat(template.text(Map.of("on", true, "word", "b"))).isEqualTo("line\nb\n");
    assertThat(template.text(Map.of("on", false))).isEqualTo("line\n");
    assertThat(template.text(Map.of("on", true, "word", "a"))).isEqualTo(first);
    assertThat(folder.isFixed("tagged")).isFalse();
  }
}
