package io.tenantsmith.diagnostic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Shows the first diagnostics of each file and counts the rest. */
final class PerFile {

  private static final int MAX = 50;

  private PerFile() {}

  /**
   * Passes at most 50 diagnostics of each file to {@code each}, then a line for the rest to {@code
   * more}.
   */
  static void forEach(List<Diagnostic> all, Consumer<Diagnostic> each, Consumer<String> more) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (Diagnostic diagnostic : all) {
      int count = seen.merge(diagnostic.range().file(), 1, Integer::sum);
      if (count <= MAX) {
        each.accept(diagnostic);
      }
    }
    seen.forEach(
        (file, count) -> {
          if (count > MAX) {
            more.accept(Printable.text(file) + ": " + (count - MAX) + " more\n");
          }
        });
  }
}
