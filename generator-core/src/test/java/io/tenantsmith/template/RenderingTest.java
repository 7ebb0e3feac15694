package io.tenantsmith.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When values are asked for, what is known of them afterwards, and how values are compared. */
class RenderingTest {

  /** A source that notes what is read. */
  private record Source(boolean sso, List<String> plugins, List<String> reads) {

    static Source of(boolean sso, String... plugins) {
      return new Source(sso, List.of(plugins), new ArrayList<>());
    }

    String read(String name) {
      reads.add(name);
      return "the " + name;
    }
  }

  private static final NamedValues<String> PLUGIN =
      NamedValues.<String>builder().value("name", n -> n).value("version", n -> "1").build();

  private static final NamedValues<Source> COMMON =
      NamedValues.<Source>builder()
          .value("id", source -> source.read("id"))
          .value("tenant.mail", source -> source.read("mail"))
          .build();

  private static final NamedValues<Source> VALUES =
      NamedValues.<Source>builder()
          .including(COMMON)
          .value("host", source -> source.read("host"))
          .value("client", source -> source.read("client"))
          .value("labels", source -> Map.of("a/b", source.read("labels")))
          .value("nothing", source -> null)
          .value("odd", source -> List.of(new StringBuilder()))
          .value("nested", source -> Arrays.asList("a", null))
          .condition("sso", Source::sso)
          .rows("plugins", Source::plugins, PLUGIN)
          .build();

  private static final String TEXT =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: ${id}
        labels: {$eval: labels}
      data:
        url: https://${host}/${id}
        client: {$if: sso, then: {$eval: client}}
        constant: {$if: sso, then: x, else: z}
      list:
        $flatten:
          - {$if: sso, then: first}
          - $map: {$eval: plugins}
            each(p): {name: "${p.name}", kind: a}
      ---
      $if: sso
      then: {apiVersion: v1, kind: Service, metadata: {name: s}}
      """;

  @Test
  void asksForAValueOnceAndOnlyWhereAHoleIsRendered() {
    Source source = Source.of(false, "a");
    Rendering rendering = compiled(TEXT).render(source);
    assertThat(source.reads()).isEmpty();
    rendering.text();
    rendering.trees();
    rendering.trace();
    assertThat(source.reads()).containsExactlyInAnyOrder("id", "host", "labels");
    assertThat(rendering.context())
        .containsOnlyKeys("id", "host", "labels", "sso", "plugins")
        .containsEntry("plugins", List.of(Map.of("name", "a")));
  }

  @Test
  void makesOnlyThoseFieldsOfChosenKindsThatAreLookedAt() {
    Source source = Source.of(true, "a");
    List<Map<String, Object>> objects = compiled(TEXT).render(source).trees("ConfigMap"::equals);
    assertThat(objects).extracting(object -> object.get("kind")).containsExactly("ConfigMap");
    assertThat(source.reads()).isEmpty();
    assertThat(((Map<?, ?>) objects.get(0).get("data")).get("client")).isEqualTo("the client");
    assertThat(((Map<?, ?>) objects.get(0).get("data")).containsKey("none")).isFalse();
    assertThat(source.reads()).containsExactly("client");
    assertThat(objects).isEqualTo(compiled(TEXT).render(source).trees().subList(0, 1));
  }

  @Test
  void tellsWhatMadeAField() {
    List<TracedObject> objects = compiled(TEXT).trace(Source.of(true, "a", "b"));
    assertThat(objects).extracting(TracedObject::kind).containsExactly("ConfigMap", "Service");
    assertThat(objects).extracting(TracedObject::name).containsExactly("the id", "s");
    assertThat(objects).extracting(TracedObject::apiVersion).containsOnly("v1");
    TracedObject map = objects.get(0);
    assertThat(map.fields().stream().map(RenderingTest::line))
        .containsExactly(
            "/metadata/name [id] [] t:4",
            "/metadata/labels [labels] [] t:5",
            "/data/url [host, id] [] t:7",
            "/data/client [client] [sso] t:8",
            "/data/constant [] [sso] t:9",
            "/list/0 [] [sso] t:12",
            "/list/1 [] [plugins] t:14",
            "/list/1/name [plugins[].name] [plugins] t:14",
            "/list/2 [] [plugins] t:14",
            "/list/2/name [plugins[].name] [plugins] t:14");
    assertThat(map.at("/metadata/labels/a~1b"))
        .map(TracedField::values)
        .contains(List.of("labels"));
    assertThat(map.at("/list/1/kind")).map(TracedField::because).contains(List.of("plugins"));
    assertThat(map.at("/kind")).isEmpty();
    assertThat(objects.get(1).at("/kind")).map(TracedField::because).contains(List.of("sso"));
  }

  @Test
  void tellsWhatLeftAFieldOut() {
    List<TracedObject> objects = compiled(TEXT).trace(Source.of(false));
    assertThat(objects).hasSize(1);
    assertThat(objects.get(0).fields().stream().filter(f -> !f.present()).map(RenderingTest::line))
        .containsExactly("/data/client [] [sso] t:8", "/list/- [] [sso] t:12");
  }

  private static String line(TracedField field) {
    String place = field.place().file() + ":" + field.place().line();
    return field.pointer() + " " + field.values() + " " + field.because() + " " + place;
  }

  @Test
  void knowsWhichValuesHaveNoHole() {
    ObjectTemplate<Source> template = compiled(TEXT);
    assertThat(template.usedValues())
        .isEqualTo(Set.of("id", "host", "client", "labels", "sso", "plugins", "plugins[].name"));
    assertThat(template.unusedValues())
        .containsExactly("nothing", "odd", "nested", "plugins[].version");
    ObjectTemplate<Source> other = compiled("a: {$eval: odd}\nb: ${tenant.mail}\n");
    assertThat(VALUES.withoutHole(List.of(template, other)))
        .containsExactly("nothing", "nested", "plugins[].version");
    assertThat(COMMON.withoutHole(List.of(template))).containsExactly("tenant.mail");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: {$eval: nothing} | t:1:12: the value nothing is or holds null",
        "a: x${nothing}      | t:1:4: the value nothing is or holds null",
        "a: {$eval: nested}  | t:1:12: the value nested is or holds null",
        "a: {$eval: odd}     | t:1:12: the value odd is or holds a java.lang.StringBuilder, which"
            + " is no manifest value",
        "a: x${labels}       | t:1:4: the value labels is a list or mapping, which no string takes",
        "$merge: [{$eval: id}] | t:1:1: $merge was given a value that is no mapping",
        "$eval: id           | a document that is no object: the id"
      })
  void aValueThatDoesNotFitIsABug(String text, String message) {
    Rendering rendering = compiled(text).render(Source.of(true));
    assertThatThrownBy(rendering::trees)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
  }

  @Test
  void refusesTablesThatNobodyCouldRead() {
    NamedValues.Builder<String> builder = NamedValues.<String>builder().value("a.b", s -> s);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.value("a.b", s -> s))
        .withMessage("the name a.b stands here twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.value("a-b", s -> s))
        .withMessage("\"a-b\" is no name of identifiers with dots between them");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.value("a", s -> s).build())
        .withMessage("the name a.b lies inside the value a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedValues.<String>builder().constant("k", new HashMap<>(Map.of(1, 2))))
        .withMessage("a key that is no string");
  }

  @Test
  void includesTheTableOfAPart() {
    NamedValues<Map<String, Source>> outer =
        NamedValues.<Map<String, Source>>builder()
            .including(map -> map.get("part"), VALUES)
            .build();
    ObjectTemplate<Map<String, Source>> template =
        ObjectTemplate.of(
            new TemplateFile(
                "t", "a: ${id}\nb: {$if: sso, then: 1}\nc: {$map: {$eval: plugins}, each(p): x}\n"),
            outer);
    assertThat(template.render(Map.of("part", Source.of(true, "q"))).text())
        .isEqualTo("a: the id\nb: 1\nc:\n  - x\n");
    assertThat(template.unusedValues()).isEmpty();
  }

  @Test
  void putsSeveralRenderingsIntoOneFile() {
    ObjectTemplate<Source> template = compiled("a: ${id}\n");
    ObjectTemplate<Source> none = compiled("$if: sso\nthen: {b: c}\n");
    Source source = Source.of(false);
    assertThat(
            Rendering.text(
                "From x.",
                List.of(none.render(source), template.render(source), template.render(source))))
        .isEqualTo("# From x.\na: the id\n---\na: the id\n");
    assertThat(none.render(source).text("c")).isEqualTo("# c\n");
    assertThat(none.render(source).trees()).isEmpty();
  }

  @Test
  void treesCanNotBeChanged() {
    Map<String, Object> tree = compiled(TEXT).render(Source.of(true)).trees().get(0);
    assertThatThrownBy(() -> tree.put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> tree.remove("kind")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> tree.entrySet().iterator().next().setValue("x"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(tree.keySet()).containsExactly("apiVersion", "kind", "metadata", "data", "list");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(() -> ObjectTemplate.beside(RenderingTest.class, "no.yaml", VALUES))
        .isInstanceOf(TemplateException.class)
        .hasMessage("io/tenantsmith/template/no.yaml: there is no such template file");
  }

  private static ObjectTemplate<Source> compiled(String text) {
    return ObjectTemplate.of(new TemplateFile("t", text), VALUES);
  }
}
