package io.tenantsmith.schema;

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

  /** Copies the lists. */
  public SchemaReport {
    hard = List.copyOf(hard);
    soft = List.copyOf(soft);
  }

  /**
   * All diagnostics of the document, by position. The size of a file bounds their number.
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
    return all.stream().sorted().distinct().toList();
  }
}
