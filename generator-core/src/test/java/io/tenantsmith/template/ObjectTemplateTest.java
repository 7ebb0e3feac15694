package io.tenantsmith.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantsmith.harness.JsonEReference;
import io.tenantsmith.yaml.YamlWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every construct, also inside of every other, with what it gives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectTemplateTest {

  private record Plugin(String name, boolean on, List<String> mounts) {}

  private record Site(String host, int replicas, List<Plugin> plugins) {}

  /** A template and the YAML that it gives. */
  private record Example(String name, String template, String expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final NamedValues<String> MOUNTS =
      NamedValues.<String>builder().value("path", path -> path).build();

  private static final NamedValues<Plugin> PLUGINS =
      NamedValues.<Plugin>builder()
          .value("name", Plugin::name)
          .condition("on", Plugin::on)
          .rows("mounts", Plugin::mounts, MOUNTS)
          .build();

  private static final NamedValues<Site> COMMON =
      NamedValues.<Site>builder()
          .value("id", Site::host)
          .constant("kit.restricted", Map.of("runAsUser", 82, "drop", List.of("ALL")))
          .constant("kit.name", "kit")
          .build();

  private static final NamedValues<Site> VALUES =
      NamedValues.<Site>builder()
          .including(COMMON)
          .value("host", Site::host)
          .value("web.replicas", Site::replicas)
          .value("decimal", site -> new BigDecimal("1.50"))
          .value("big", site -> 9_007_199_254_740_993L)
          .value("text", site -> "a\nb\n")
          .value("labels", site -> Map.of("z", "1", "a", "on"))
          .value("hosts", site -> List.of("a", "b"))
          .value("none", site -> List.of())
          .value("nothing", site -> Map.of())
          .condition("yes", site -> true)
          .condition("no", site -> false)
          .rows("plugins", Site::plugins, PLUGINS)
          .rows("empty", site -> List.<Plugin>of(), PLUGINS)
          .build();

  private static final Site SITE =
      new Site(
          "www.example.org",
          3,
          List.of(
              new Plugin("akismet", true, List.of("/a", "/b")),
              new Plugin("hello", false, List.of())));

  private final JsonEReference reference = new JsonEReference("constructs");

  private static Stream<Example> examples() {
    return examplesOf("examples.txt");
  }

  private static Stream<Example> examplesOf(String file) {
    List<Example> examples = new ArrayList<>();
    for (String text : Examples.read(file).split("(?m)^=== ", -1)) {
      if (!text.isBlank()) {
        String[] parts = text.split("(?m)^>>>\\n", -1);
        int end = parts[0].indexOf('\n');
        examples.add(
            new Example(
                parts[0].substring(0, end),
                parts[0].substring(end + 1),
                parts.length == 1 ? "" : parts[1]));
      }
    }
    return examples.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void givesTheObjects(Example example) {
    TemplateFile file = new TemplateFile(example.name(), example.template());
    Rendering rendering = ObjectTemplate.of(file, VALUES).render(SITE);
    assertThat(rendering.text()).isEqualTo(example.expected());
    assertThat(YamlWriter.write("c", rendering.trees())).isEqualTo("# c\n" + example.expected());
    reference.add(file, rendering);
  }

  @AfterAll
  void writeCases() {
    reference.write();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void refuses(Example example) {
    TemplateFile file = new TemplateFile("t.yaml", example.template());
    assertThatThrownBy(() -> ObjectTemplate.of(file, VALUES))
        .isInstanceOf(TemplateException.class)
        .hasMessage(example.expected().strip());
  }

  private static Stream<Example> mistakes() {
    return examplesOf("mistakes.txt");
  }

  @Test
  void sharesWhatHasNoHole() {
    ObjectTemplate<Site> template =
        ObjectTemplate.of(new TemplateFile("t", "a: {b: c}\nd: {$eval: host}\n"), VALUES);
    Object first = template.render(SITE).trees().get(0).get("a");
    assertThat(template.render(SITE).trees().get(0).get("a")).isSameAs(first);
  }
}
