package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints an edit as people read it before they agree: the lines that change, and what follows. */
final class EditText {

  private final FileNames names;
  private final Style style;

  EditText(FileNames names, Style style) {
    this.names = names;
    this.style = style;
  }

  /** Its lines; none of the file's where nothing changes. */
  List<String> lines(EditResult result) {
    List<String> lines = new ArrayList<>();
    if (!result.edit().lines().isEmpty()) {
      lines.add(
          String.format(Locale.ROOT, "%-9s %s", "edit", names.fromHere(result.edit().file())));
      result.edit().lines().forEach(line -> lines.add(line(line)));
    }
    result.effects().sentences().forEach(text -> lines.add("          " + text));
    result.effects().steps().forEach(step -> lines.addAll(StepText.lines(step)));
    return lines;
  }

  private String line(EditResult.Line line) {
    String text =
        String.format(
                Locale.ROOT,
                "%9d %s %s",
                line.number(),
                line.kind().sign(),
                Quoted.line(line.text()))
            .stripTrailing();
    return switch (line.kind()) {
      case ADDED -> style.added(text);
      case REMOVED -> style.removed(text);
      case KEPT -> text;
    };
  }
}
