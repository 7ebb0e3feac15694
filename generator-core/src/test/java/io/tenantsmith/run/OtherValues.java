package io.tenantsmith.run;

import io.tenantsmith.harness.TextEdits;
import java.util.ArrayList;
import java.util.List;

/** Other values that a field of an input file could have. */
final class OtherValues {

  private OtherValues() {}

  static List<String> of(TextEdits.Field edit) {
    List<String> values = new ArrayList<>(edit.values());
    if (edit.path().equals("state")) {
      values.addAll(List.of("suspended", "erased"));
    }
    if (edit.path().contains("replicas")) {
      values.add(0, "1");
    }
    return values;
  }

  /** The text without each of the blocks that the line is in. */
  static List<String> withoutBlocks(String text, TextEdits.Field edit) {
    List<String> texts = new ArrayList<>();
    List<String> lines = List.of(text.split("\n", -1));
    int first = edit.range().line() - 1;
    if (lines.get(first).matches("[a-z_]+: *[{].*[}]")) {
      List<String> rest = new ArrayList<>(lines);
      rest.remove(first);
      texts.add(String.join("\n", rest));
    }
    for (int top = first; top >= 0; top--) {
      if (indent(lines.get(top)) < indent(lines.get(first)) && lines.get(top).endsWith(":")) {
        int end = top + 1;
        while (end < lines.size() && indent(lines.get(end)) > indent(lines.get(top))) {
          end++;
        }
        List<String> rest = new ArrayList<>(lines.subList(0, top));
        rest.addAll(lines.subList(end, lines.size()));
        texts.add(String.join("\n", rest));
        first = top;
      }
    }
    return texts;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
