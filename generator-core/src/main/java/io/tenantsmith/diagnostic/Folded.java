package io.tenantsmith.diagnostic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What people see of very many diagnostics: at most 50 of a file, at most 20 that say the same of
 * different files, and how many more there are. Programs get all.
 */
final class Folded {

  private static final int OF_A_FILE = 50;
  private static final int ALIKE = 20;

  private Folded() {}

  /**
   * Passes what is shown to {@code each}, then a line for each kind of the rest to {@code more}.
   */
  static void forEach(List<Diagnostic> all, Consumer<Diagnostic> each, Consumer<String> more) {
    Map<String, Integer> files = new LinkedHashMap<>();
    Map<String, Integer> alike = new LinkedHashMap<>();
    for (Diagnostic diagnostic : all) {
      if (files.merge(diagnostic.range().file(), 1, Integer::sum) > OF_A_FILE) {
        continue;
      }
      String said = diagnostic.code() + ": " + diagnostic.message();
      if (!diagnostic.range().isWholeFile() || alike.merge(said, 1, Integer::sum) <= ALIKE) {
        each.accept(diagnostic);
      }
    }
    alike.forEach((said, count) -> rest(said, count - ALIKE, more));
    files.forEach((file, count) -> rest(file, count - OF_A_FILE, more));
  }

  private static void rest(String of, int number, Consumer<String> more) {
    if (number > 0) {
      more.accept(Printable.text(of) + ": " + number + " more\n");
    }
  }
}
