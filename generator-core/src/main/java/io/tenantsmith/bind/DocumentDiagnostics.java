package io.tenantsmith.bind;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.Checked;
import io.tenantsmith.yaml.Faults;
import io.tenantsmith.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The diagnostics of the document that is being bound, and the faults that were known before. */
final class DocumentDiagnostics {

  private final Faults known;
  private final List<Diagnostic> found = new ArrayList<>();

  DocumentDiagnostics(Faults known) {
    this.known = known;
  }

  boolean isKnown(YamlNode node) {
    return known.contains(node);
  }

  boolean none() {
    return known.isClean() && found.isEmpty();
  }

  void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /** The checked value, or a diagnostic at the node. */
  <T> @Nullable T accept(Code code, YamlNode node, Checked<T> checked) {
    T value = checked.value().orElse(null);
    if (value == null) {
      add(
          Diagnostic.error(code, node.range(), checked.fact())
              .withHint(checked.hint().orElse(null)));
    }
    return value;
  }

  /**
   * Reports a node that the schema should have refused, for callers that bind without the schema.
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // always null, so nothing is cast
  <T> @Nullable T wrongType(YamlNode node, String expected) {
    add(
        Diagnostic.error(
            Code.SCH002, node.range(), "this is a " + node.typeName() + ", not " + expected));
    return null;
  }

  List<Diagnostic> found() {
    return List.copyOf(found);
  }
}
