package io.tenantsmith.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlEditTest {

  private static final FieldEdit SUSPEND = FieldEdit.put(FieldPath.of("state"), "suspended");
  private static final FieldEdit UNTIL =
      FieldEdit.put(FieldPath.of("until"), "2027-03-31").after("state", "tier");
  private static final FieldEdit NO_UNTIL = FieldEdit.take(FieldPath.of("until"));
  private static final FieldEdit CPU = FieldEdit.put(FieldPath.of("limits", "cpu"), 4);
  private static final FieldEdit WAVE = FieldEdit.put(FieldPath.of("next"), wave());
  private static final FieldEdit NO_WAVE = FieldEdit.take(FieldPath.of("next"));
  private static final FieldEdit PERCENT = FieldEdit.put(FieldPath.of("next", "to", "percent"), 50);

  private static Map<String, Object> wave() {
    Map<String, Object> to = new LinkedHashMap<>();
    to.put("rings", List.of("canary"));
    to.put("percent", 0);
    Map<String, Object> wave = new LinkedHashMap<>();
    wave.put("id", "php-8.4");
    wave.put("to", to);
    wave.put("set", Map.of("limits", Map.of("cpu", "2")));
    return wave;
  }

  static Stream<Arguments> edits() {
    return Stream.of(ofAScalar(), ofWhatIsAdded(), ofWhatIsTakenAway(), ofWhatIsNested())
        .flatMap(edits -> edits);
  }

  /** A scalar, in the quotes that it had; what stands beside it stays. */
  private static Stream<Arguments> ofAScalar() {
    return Stream.of(
        edit(
            SUSPEND,
            "state: active  # since May\ntier: x\n",
            "state: suspended  # since May\ntier: x\n"),
        edit(SUSPEND, "'state' : 'active'\n", "'state' : 'suspended'\n"),
        edit(SUSPEND, "state: \"active\"\n", "state: \"suspended\"\n"),
        edit(SUSPEND, "state:\n  active\n", "state:\n  suspended\n"),
        edit(SUSPEND, "state:   # to do\na: 1\n", "state: suspended   # to do\na: 1\n"),
        edit(SUSPEND, "state:", "state: suspended"),
        edit(SUSPEND, "state: act\n  ive\na: 1\n", "state: suspended\na: 1\n"),
        edit(
            SUSPEND,
            "state: |  # why\n  active\n\n# next\na: 1\n",
            "state: suspended # why\n\n# next\na: 1\n"),
        edit(SUSPEND, "state:\n- a  # b\n- c\nd: 1\n", "state: suspended\nd: 1\n"),
        edit(SUSPEND, "state: [a, b]  # c\nd: 1\n", "state: suspended  # c\nd: 1\n"));
  }

  /** Added, with the line ends and at the place of its neighbour. */
  private static Stream<Arguments> ofWhatIsAdded() {
    return Stream.of(
        edit(
            UNTIL,
            "a: 1\r\nstate: x # y\r\nb: 2\r\n",
            "a: 1\r\nstate: x # y\r\nuntil: \"2027-03-31\"\r\nb: 2\r\n"),
        edit(UNTIL, "a: 1\ntier: x", "a: 1\ntier: x\nuntil: \"2027-03-31\""),
        edit(
            UNTIL,
            "\uFEFFa: 1\nb:\n    c: 2 # d\n\n# end\n",
            "\uFEFFa: 1\nb:\n    c: 2 # d\nuntil: \"2027-03-31\"\n\n# end\n"),
        edit(UNTIL, "a: |+\n  x\n\n\n# c\n", "a: |+\n  x\n\n\nuntil: \"2027-03-31\"\n# c\n"),
        edit(UNTIL, "{a: 1, state: x, b: 2}", "{a: 1, state: x, until: \"2027-03-31\", b: 2}"),
        edit(UNTIL, "{}", "{until: \"2027-03-31\"}"),
        edit(
            UNTIL,
            "{\n  a: 1,\n  state,  # x\n}\n",
            "{\n  a: 1,\n  state, until: \"2027-03-31\",  # x\n}\n"));
  }

  /** Taken away with its lines, or with its comma. */
  private static Stream<Arguments> ofWhatIsTakenAway() {
    return Stream.of(
        edit(NO_UNTIL, "a: 1\nuntil: \"x\" # y\n# z\nb: 2\n", "a: 1\n# z\nb: 2\n"),
        edit(NO_UNTIL, "a: 1\nuntil: \"x\"", "a: 1\n"),
        edit(NO_UNTIL, "until: \"x\"\r\na: 1\r\n", "a: 1\r\n"),
        edit(NO_UNTIL, "a: |+\n  x\nuntil: x\n\nb: 1\n", "a: |+\n  x\nb: 1\n"),
        edit(NO_UNTIL, "{a: 1, until: x, b: 2}", "{a: 1, b: 2}"),
        edit(NO_UNTIL, "{a: 1, until: x}", "{a: 1}"),
        edit(NO_UNTIL, "{until: x, a: 1}", "{a: 1}"),
        edit(NO_UNTIL, "{ until: x }", "{ }"),
        edit(NO_UNTIL, "{\n  a: 1, # b\n  until: x # c\n}", "{\n  a: 1, # b\n}"),
        edit(NO_UNTIL, "a: 1\n", "a: 1\n"));
  }

  private static Stream<Arguments> ofWhatIsNested() {
    return Stream.of(
        edit(CPU, "limits: {cpu: 2, memory: 4Gi}\n", "limits: {cpu: 4, memory: 4Gi}\n"),
        edit(CPU, "limits:\n   memory: 4Gi\na: 1\n", "limits:\n   memory: 4Gi\n   cpu: 4\na: 1\n"),
        edit(CPU, "limits: {}\n", "limits: {cpu: 4}\n"),
        edit(CPU, "limits: # none\na: 1\n", "limits: # none\n  cpu: 4\na: 1\n"),
        edit(CPU, "b:\n    c: 1\na: 1\n", "b:\n    c: 1\na: 1\nlimits:\n    cpu: 4\n"),
        edit(
            WAVE,
            "tier: pro\nlimits: {cpu: 1}\n",
            "tier: pro\nlimits: {cpu: 1}\nnext:\n  id: php-8.4\n  to:\n    rings: [canary]\n    percent: 0\n  set:\n    limits:\n      cpu: \"2\"\n"),
        edit(
            PERCENT,
            "tier: pro\nnext:\n  to: {rings: [canary], percent: 0} # x\n",
            "tier: pro\nnext:\n  to: {rings: [canary], percent: 50} # x\n"),
        edit(
            PERCENT,
            "tier: pro\nnext:\n  to:\n    rings: [canary]\n",
            "tier: pro\nnext:\n  to:\n    rings: [canary]\n    percent: 50\n"),
        edit(NO_WAVE, "a: 1\nnext:\n  # why\n  to:\n  - a\n\n# b\nb: 1\n", "a: 1\n\n# b\nb: 1\n"),
        edit(
            FieldEdit.take(FieldPath.of("next", "to")),
            "a: 1\nnext: # c\n  to:\n    x: 1\nb: 1\n",
            "a: 1\nnext: {} # c\nb: 1\n"));
  }

  private static Arguments edit(FieldEdit edit, String before, String after) {
    return Arguments.of(edit, before, after);
  }

  @ParameterizedTest
  @MethodSource("edits")
  void onlyTheValueChanges(FieldEdit edit, String before, String after) {
    Result<EditedFile> edited = edited(before, edit);
    assertThat(edited.diagnostics()).isEmpty();
    assertThat(new String(edited.value().orElseThrow().after().content(), UTF_8)).isEqualTo(after);
  }

  @Test
  void severalEditsAreOneFile() {
    EditedFile file =
        edited("tier: x\nstate: retained # y\nuntil: \"2027-03-31\"\n", SUSPEND, NO_UNTIL)
            .value()
            .orElseThrow();
    assertThat(file.lines().stream().map(line -> line.kind().sign() + line.text()))
        .containsExactly(
            " tier: x", "-state: retained # y", "-until: \"2027-03-31\"", "+state: suspended # y");
  }

  @Test
  void whatIsThereAlreadyIsLeftAsItIsWritten() {
    assertThat(edited("state: 'suspended'", SUSPEND).value().orElseThrow().isChanged()).isFalse();
    assertThat(edited("a: 1", NO_WAVE).value().orElseThrow().isChanged()).isFalse();
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            PERCENT,
            "next: 3\n",
            "tenants/a.yaml:1:1: error EDT951: \"next\" holds no named fields"),
        Arguments.of(
            NO_UNTIL,
            "until: x\n",
            "tenants/a.yaml:1:1: error EDT951: \"until\" is the only field of the file"),
        Arguments.of(
            UNTIL,
            "? state\n: x\n",
            "tenants/a.yaml: error EDT952: until cannot be changed without changing something else"),
        Arguments.of(
            SUSPEND, "state: &a x\n", "tenants/a.yaml:1:8: error YAM105: anchors are not allowed"),
        Arguments.of(
            SUSPEND,
            "a: {<<: {state: x}}\n",
            "tenants/a.yaml:1:5: error YAM108: merge keys are not allowed"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatCannotBeEditedIsRefused(FieldEdit edit, String before, String why) {
    Result<EditedFile> edited = edited(before, edit);
    assertThat(edited.value()).isEmpty();
    assertThat(edited.diagnostics().stream().map(Diagnostic::toString)).containsExactly(why);
  }

  private static Result<EditedFile> edited(String before, FieldEdit... edits) {
    return YamlEdit.of(new SourceFile("tenants/a.yaml", before.getBytes(UTF_8)), List.of(edits));
  }
}
