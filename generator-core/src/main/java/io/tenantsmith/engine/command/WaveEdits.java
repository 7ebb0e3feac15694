package io.tenantsmith.engine.command;

import io.tenantsmith.edit.FieldEdit;
import io.tenantsmith.edit.FieldPath;
import io.tenantsmith.model.Ring;
import io.tenantsmith.source.SourceFile;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** What a step of a roll-out changes in the file of its tier. */
final class WaveEdits {

  private static final String NEXT = "next";
  private static final String TO = "to";

  private WaveEdits() {}

  static List<FieldEdit> of(WaveStep step, SourceFile file) {
    return step.isFolded() ? folded(file) : widened(step);
  }

  private static List<FieldEdit> widened(WaveStep step) {
    return List.of(
        FieldEdit.put(
            FieldPath.of(NEXT, TO, "rings"), step.rings().stream().map(Ring::label).toList()),
        FieldEdit.put(FieldPath.of(NEXT, TO, "percent"), step.percent()).after("rings"));
  }

  /** Every value that the roll-out sets becomes the tier's own. */
  private static List<FieldEdit> folded(SourceFile file) {
    List<FieldEdit> edits = new ArrayList<>();
    YamlMapping root =
        new YamlReader().read(file.file(), file.content()).value().orElseThrow().root();
    if (value(root, NEXT) instanceof YamlMapping next
        && value(next, "set") instanceof YamlMapping set) {
      collect(List.of(), set, edits);
    }
    edits.add(FieldEdit.take(FieldPath.of(NEXT)));
    return List.copyOf(edits);
  }

  private static void collect(List<String> above, YamlMapping mapping, List<FieldEdit> edits) {
    for (YamlMapping.Entry entry : mapping.entries()) {
      List<String> path = new ArrayList<>(above);
      path.add(entry.name());
      if (entry.value() instanceof YamlMapping inner) {
        collect(path, inner, edits);
      } else {
        edits.add(FieldEdit.put(new FieldPath(path), entry.value()));
      }
    }
  }

  private static YamlNode value(YamlMapping mapping, String name) {
    return mapping.find(name).map(YamlMapping.Entry::value).orElse(mapping);
  }
}
