package io.tenantsmith.schema;

import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value certainly has no mistake that a schema can find. It knows the keywords that the
 * schemas have; of a value that it does not know to be right it says no, and the validator is asked
 * which mistakes there are, if any.
 *
 * @param parts schemas that hold for the same value
 * @param fields schemas of the fields of a mapping
 * @param rest schema of its other fields, or null if there is none
 * @param open whether it may have other fields
 */
record Conformity(
    List<Conformity> parts,
    Set<String> types,
    Map<String, Conformity> fields,
    @Nullable Conformity rest,
    boolean open,
    @Nullable Conformity item,
    List<Constraint> constraints) {

  static Conformity of(SchemaTree schema) {
    List<Conformity> parts = new ArrayList<>();
    SchemaTree referred = schema.referred();
    if (referred != null) {
      parts.add(of(referred));
    }
    Map<String, Conformity> fields = new HashMap<>();
    schema.properties().forEach((name, field) -> fields.put(name, of(field)));
    return new Conformity(
        List.copyOf(parts),
        Set.copyOf(schema.words("type")),
        Map.copyOf(fields),
        below(schema, "additionalProperties"),
        !Boolean.FALSE.equals(schema.keywords().get("additionalProperties")),
        below(schema, "items"),
        Constraint.of(schema));
  }

  private static @Nullable Conformity below(SchemaTree schema, String keyword) {
    SchemaTree below = schema.below(keyword);
    return below == null ? null : of(below);
  }

  /** Whether the value is certainly right. */
  boolean holdsFor(YamlNode node) {
    for (Conformity part : parts) {
      if (!part.holdsFor(node)) {
        return false;
      }
    }
    return isOfType(node) && holdsBelow(node) && isWithinConstraints(node);
  }

  private boolean isWithinConstraints(YamlNode node) {
    for (Constraint constraint : constraints) {
      if (!constraint.holdsFor(node)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOfType(YamlNode node) {
    if (types.isEmpty()) {
      return true;
    }
    if (node instanceof YamlMapping) {
      return types.contains("object");
    }
    if (node instanceof YamlSequence) {
      return types.contains("array");
    }
    YamlScalar scalar = (YamlScalar) node;
    return switch (scalar.type()) {
      case INTEGER -> types.contains("integer") || types.contains("number");
      case NUMBER -> types.contains("number") && isShort(scalar.text());
      case STRING, BOOLEAN, NULL -> types.contains(scalar.typeName());
    };
  }

  /** A number that needs many digits or an exponent is the validator's to judge. */
  private static boolean isShort(String number) {
    return number.length() <= 18 && number.indexOf('e') < 0 && number.indexOf('E') < 0;
  }

  private boolean holdsBelow(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        Conformity field = fields.getOrDefault(entry.name(), rest);
        if (field == null ? !open : !field.holdsFor(entry.value())) {
          return false;
        }
      }
    } else if (node instanceof YamlSequence sequence && item != null) {
      for (YamlNode each : sequence.items()) {
        if (!item.holdsFor(each)) {
          return false;
        }
      }
    }
    return true;
  }
}
