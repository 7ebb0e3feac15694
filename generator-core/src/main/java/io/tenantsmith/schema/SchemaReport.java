package io.tenantsmith.schema;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.yaml.Faults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The diagnostics and faults that the schema check found in one document.
 *
 * @param hard diagnostics that nobody else reports
 * @param soft diagnostics of values of the wrong form; shown only where the binder has no better
 *     message
 * @param faults what the binder should skip
 */
public record SchemaReport(List<Diagnostic> hard, List<Diagnostic> soft, Faults faults) {

  /** How many diagnostics are shown of one file, including the line that counts the rest. */
  public static final int MAX_SHOWN = 50;

  /** Copies the lists. */
  public SchemaReport {
    hard = List.copyOf(hard);
    soft = List.copyOf(soft);
  }

  /**
   * All diagnostics of the document, by position; after fifty, only how many more there are.
   *
   * @param bound what the binder reported of the same document
   */
  public List<Diagnostic> with(List<Diagnostic> bound) {
    List<Diagnostic> all = new ArrayList<>(hard);
    Set<SourceRange> said = new HashSet<>();
    for (Diagnostic diagnostic : bound) {
      all.add(diagnostic);
      said.add(diagnostic.range());
    }
    soft.stream().filter(d -> !said.contains(d.range())).forEach(all::add);
    List<Diagnostic> sorted = all.stream().sorted().distinct().toList();
    return sorted.size() <= MAX_SHOWN ? sorted : cut(sorted);
  }

  private static List<Diagnostic> cut(List<Diagnostic> sorted) {
    List<Diagnostic> shown = new ArrayList<>(sorted.subList(0, MAX_SHOWN - 1));
    SourceRange file = SourceRange.ofFile(sorted.get(0).range().file());
    int more = sorted.size() - shown.size();
    shown.add(
        Diagnostic.error(Code.SCH011, file, more + " more mistakes in this file are not shown")
            .withHint("fix those that are shown and run again"));
    return List.copyOf(shown);
  }
}
