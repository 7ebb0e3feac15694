package io.tenantsmith.schema;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.util.List;

/**
 * Finds what the validator cannot see: how a scalar is written, and what is planned but not
 * supported yet.
 */
final class FirstLook {

  private final SchemaDiagnostics diagnostics;
  private final SchemaKind kind;

  FirstLook(SchemaDiagnostics diagnostics, SchemaKind kind) {
    this.diagnostics = diagnostics;
    this.kind = kind;
  }

  void at(Place place) {
    if (place.shape() == null) {
      return;
    }
    if (place.node() instanceof YamlMapping mapping) {
      mapping.entries().forEach(e -> at(place.field(e)));
      if (place.root()) {
        planned(mapping);
      }
    } else if (place.node() instanceof YamlSequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        at(place.item(i));
      }
    } else {
      scalar((YamlScalar) place.node(), place.shape());
    }
  }

  private void scalar(YamlScalar scalar, Shape shape) {
    boolean number = shape.takesNumber();
    if (number ? !Ambiguous.asNumber(scalar) : !isAmbiguousText(scalar, shape)) {
      return;
    }
    String text = Quoted.quote(scalar.text());
    diagnostics.hard(
        scalar,
        Diagnostic.error(
                Code.SCH009, scalar.range(), text + " without quotes is something else in YAML 1.1")
            .withHint(number ? "write a plain decimal number" : "quote it: " + text));
  }

  private static boolean isAmbiguousText(YamlScalar scalar, Shape shape) {
    return shape.takes("string") && Ambiguous.asText(scalar);
  }

  private void planned(YamlMapping root) {
    switch (kind) {
      case TENANT -> onlySupported(root, List.of("state"), "active");
      case TIER ->
          root.find("next")
              .ifPresent(
                  e -> unsupported(e.key().range(), "a roll-out with \"next\"", "remove it"));
      case FLEET -> onlySupported(root, List.of("publish", "signing"), "none");
      case TEMPLATE -> {}
    }
  }

  private void onlySupported(YamlMapping root, List<String> path, String supported) {
    YamlMapping at = root;
    for (String name : path.subList(0, path.size() - 1)) {
      if (!(at.find(name).map(YamlMapping.Entry::value).orElse(null) instanceof YamlMapping next)) {
        return;
      }
      at = next;
    }
    String last = path.get(path.size() - 1);
    at.find(last)
        .map(YamlMapping.Entry::value)
        .filter(v -> v instanceof YamlScalar s && isOther(s, supported))
        .ifPresent(
            v ->
                unsupported(
                    v.range(),
                    "\"" + last + ": " + Quoted.escape(((YamlScalar) v).text()) + "\"",
                    "use " + supported));
  }

  private static boolean isOther(YamlScalar scalar, String supported) {
    return scalar.type() == YamlScalar.Type.STRING && !scalar.text().equals(supported);
  }

  private void unsupported(SourceRange range, String what, String hint) {
    diagnostics.planned(
        Diagnostic.error(Code.SCH008, range, what + " is not supported yet").withHint(hint));
  }
}
