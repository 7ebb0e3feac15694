package io.tenantsmith.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever edits a file is told which comments go, and of no other line. */
class LostCommentsTest {

  @Test
  void whatGoesWithAMappingIsSaid() {
    assertThat(
            lost(
                "a: 1\nnext: # soon\n  id: x   # of the spring\n  # why\n  set:\n    b: '# no'\n"
                    + "    c: \"x # no\" # yes\n# kept\nz: 1\n",
                FieldEdit.take(FieldPath.of("next"))))
        .containsExactly("2 # soon", "3 # of the spring", "4 # why", "7 # yes");
  }

  @Test
  void aTextIsNoComment() {
    assertThat(
            lost(
                "next: # gone\n  text: | # header\n    # no comment\n    a # neither\n  url: a#b\nz: 1\n",
                FieldEdit.take(FieldPath.of("next"))))
        .containsExactly("1 # gone", "2 # header");
  }

  @Test
  void whatStaysBehindANewValueIsNotLost() {
    assertThat(lost("a: 1 # one\r\nb: 2 # two\r\n", FieldEdit.put(FieldPath.of("a"), 2))).isEmpty();
    assertThat(lost("\uFEFFa: 1 # one\nb: 2 # one\n", FieldEdit.take(FieldPath.of("a"))))
        .containsExactly("1 # one");
  }

  private static List<String> lost(String text, FieldEdit edit) {
    SourceFile file = new SourceFile("a.yaml", text.getBytes(StandardCharsets.UTF_8));
    return YamlEdit.of(file, List.of(edit)).value().orElseThrow().lostComments().stream()
        .map(line -> line.number() + " " + line.text())
        .toList();
  }
}
