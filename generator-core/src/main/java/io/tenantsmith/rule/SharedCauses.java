package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Changes that are refused, each once where it is written: one line of a tier or of fleet.yaml may
 * concern thousands of tenants, and is one mistake.
 */
final class SharedCauses {

  private final Map<Cause, Finding> findings = new LinkedHashMap<>();

  /**
   * What was changed.
   *
   * @param what names the value, where one line decides several
   */
  record Cause(Code code, SourceRange range, String what) {}

  /** Of the first tenant concerned. */
  private record Finding(Diagnostic diagnostic, int tenants) {}

  /** Adds a tenant that a change concerns; of several with one cause the first is told. */
  void add(Cause cause, String fact, String hint) {
    findings.merge(
        cause,
        new Finding(Diagnostic.error(cause.code, cause.range, fact).withHint(hint), 1),
        (first, next) -> new Finding(first.diagnostic, first.tenants + 1));
  }

  void report(Consumer<Diagnostic> report) {
    findings.forEach((cause, finding) -> report.accept(counted(cause, finding)));
  }

  private static Diagnostic counted(Cause cause, Finding finding) {
    if (finding.tenants == 1) {
      return finding.diagnostic;
    }
    int others = finding.tenants - 1;
    String more = " (and of " + others + " more tenant" + (others == 1 ? "" : "s") + ")";
    return Diagnostic.error(cause.code, cause.range, finding.diagnostic.message() + more)
        .withHint(finding.diagnostic.hint().orElse(null));
  }
}
