package io.tenantsmith.schema;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;

/**
 * Finds what the validator cannot see: how a scalar is written, and what is planned but not
 * supported yet.
 */
final class FirstLook {

  private static final List<String> PLANNED_SIGNATURES = List.of("ssh", "gpg");

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
      case FLEET -> {
        if (root.find("publish").map(YamlMapping.Entry::value).orElse(null)
            instanceof YamlMapping publish) {
          planned(publish.find("signing"), PLANNED_SIGNATURES, "use none");
        }
      }
      case TENANT, TIER, TEMPLATE -> {}
    }
  }

  /** Words that the schema does not offer, since they are refused; whoever knows them is told. */
  private void planned(Optional<YamlMapping.Entry> field, List<String> words, String hint) {
    field.ifPresent(
        entry -> {
          if (entry.value() instanceof YamlScalar scalar
              && scalar.type() == YamlScalar.Type.STRING
              && words.contains(scalar.text())) {
            unsupported(scalar, "\"" + entry.name() + ": " + scalar.text() + "\"", hint);
          }
        });
  }

  private void unsupported(YamlNode node, String what, String hint) {
    diagnostics.hard(
        node,
        Diagnostic.error(Code.SCH008, node.range(), what + " is not supported yet").withHint(hint));
  }
}
