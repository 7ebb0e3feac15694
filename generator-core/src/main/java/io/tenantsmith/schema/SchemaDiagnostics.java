package io.tenantsmith.schema;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.yaml.Faults;
import io.tenantsmith.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Collects the diagnostics of one document, each node once. */
final class SchemaDiagnostics {

  private final Set<YamlNode> faulty = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<SourceRange> refused = new HashSet<>();
  private final List<Diagnostic> hard = new ArrayList<>();
  private final List<Diagnostic> soft = new ArrayList<>();
  private final Set<SourceRange> formless = new HashSet<>();

  /** Reports a node that the binder must skip. */
  void hard(YamlNode node, Diagnostic diagnostic) {
    if (faulty.add(node)) {
      hard.add(diagnostic);
      refused.add(node.range());
    }
  }

  /** Reports something without a node of its own, for instance a missing field. */
  void without(Diagnostic diagnostic) {
    hard.add(diagnostic);
  }

  /** Reports something for which the binder has a better message. */
  void soft(YamlNode node, Diagnostic diagnostic) {
    if (!faulty.contains(node) && formless.add(node.range())) {
      soft.add(diagnostic);
    }
  }

  SchemaReport report() {
    List<Diagnostic> firm = new ArrayList<>(hard);
    boolean clean = firm.isEmpty() && soft.isEmpty();
    List<Diagnostic> form = soft.stream().filter(d -> !refused.contains(d.range())).toList();
    return new SchemaReport(firm, form, Faults.of(faulty, clean));
  }
}
