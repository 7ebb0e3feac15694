package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Changes that are refused, each once where it is written: one line of a tier or of fleet.yaml may
 * concern thousands of tenants, but is one mistake.
 */
final class SharedCauses {

  private final Map<Cause, Refusal> refusals = new LinkedHashMap<>();

  /**
   * What was changed.
   *
   * @param what the name of the value, where one line decides several
   */
  record Cause(Code code, SourceRange range, String what) {}

  /** The diagnostic for the first tenant concerned, and how many there are. */
  private record Refusal(Diagnostic diagnostic, int tenants) {}

  /** Adds a tenant that a change concerns; of several tenants with one cause the first is named. */
  void add(Cause cause, String fact, String hint) {
    refusals.merge(
        cause,
        new Refusal(Diagnostic.error(cause.code, cause.range, fact).withHint(hint), 1),
        (first, next) -> new Refusal(first.diagnostic, first.tenants + 1));
  }

  void report(Consumer<Diagnostic> report) {
    refusals.forEach((cause, refusal) -> report.accept(counted(cause, refusal)));
  }

  private static Diagnostic counted(Cause cause, Refusal refusal) {
    if (refusal.tenants == 1) {
      return refusal.diagnostic;
    }
    int others = refusal.tenants - 1;
    String more = " (and of " + others + " more tenant" + (others == 1 ? "" : "s") + ")";
    return Diagnostic.error(cause.code, cause.range, refusal.diagnostic.message() + more)
        .withHint(refusal.diagnostic.hint().orElse(null));
  }
}
