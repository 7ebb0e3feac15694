package io.tenantsmith.patch;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.render.KubernetesObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The diagnostics of one patch: of many objects with the same mistake, the first is reported. */
final class PatchDiagnostic {
  private final SourceRange range;
  private final Map<String, Diagnostic> first = new LinkedHashMap<>();

  PatchDiagnostic(SourceRange range) {
    this.range = range;
  }

  SourceRange range() {
    return range;
  }

  void add(Code code, String about, String fact, String hint) {
    first.putIfAbsent(code + about, Diagnostic.error(code, range, fact).withHint(hint));
  }

  void add(Code code, KubernetesObject object, List<Forms.Fault> faults, String hint) {
    for (Forms.Fault fault : faults) {
      String place = fault.place().path();
      add(code, place, object.ref().display() + " at " + place + ": it " + fault.fact(), hint);
    }
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(first.values());
  }
}
