package io.tenantsmith.schema;

import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One keyword of a schema, as far as it is certain that a value satisfies it. */
@FunctionalInterface
interface Constraint {

  /** Words about a value, or words that {@link Conformity} knows. */
  Set<String> OTHER_WORDS =
      Set.of(
          "$schema",
          "$defs",
          "$ref",
          "title",
          "description",
          "examples",
          "default",
          "doNotSuggest",
          "type",
          "properties",
          "additionalProperties",
          "items",
          "then");

  /** Of these, {@link Conformity} says no only where a value is certainly wrong. */
  Set<String> EXACT_WORDS = Set.of("properties", "required", "const");

  boolean holdsFor(YamlNode node);

  /** All keywords of a schema that constrain a value. */
  static List<Constraint> of(SchemaTree schema) {
    List<Constraint> constraints = new ArrayList<>();
    for (Object keyword : schema.keywords().keySet()) {
      if (!OTHER_WORDS.contains(keyword)) {
        constraints.add(of((String) keyword, schema));
      }
    }
    return List.copyOf(constraints);
  }

  /** What is not known here, such as a format, holds for nothing. */
  private static Constraint of(String keyword, SchemaTree schema) {
    Object value = Objects.requireNonNull(schema.keywords().get(keyword), keyword);
    if (value instanceof BigDecimal bound) {
      return bound(keyword, bound);
    }
    return switch (keyword) {
      case "const" -> oneOf(List.of(value));
      case "enum" -> oneOf((List<?>) value);
      case "pattern" -> pattern((String) value);
      case "required" -> required(schema.words("required"));
      case "uniqueItems" -> node -> !(node instanceof YamlSequence list) || areUnique(list);
      case "propertyNames" -> names(schema);
      case "if" -> condition(schema);
      default -> node -> false;
    };
  }

  private static Constraint bound(String keyword, BigDecimal bound) {
    return switch (keyword) {
      case "minimum" -> node -> !isNumber(node) || compare(node, bound) >= 0;
      case "maximum" -> node -> !isNumber(node) || compare(node, bound) <= 0;
      case "exclusiveMinimum" -> node -> !isNumber(node) || compare(node, bound) > 0;
      case "minLength", "minItems", "minProperties" -> node -> size(node) >= bound.intValueExact();
      case "maxLength", "maxItems", "maxProperties" -> node -> size(node) <= bound.intValueExact();
      default -> node -> false;
    };
  }

  private static Constraint oneOf(List<?> values) {
    return node ->
        node instanceof YamlScalar scalar
            && scalar.type() == YamlScalar.Type.STRING
            && values.contains(scalar.text());
  }

  /** Finds as the validator does: {@code $} is the end of the text, not of its last line. */
  private static Constraint pattern(String expression) {
    Pattern pattern = Pattern.compile(expression);
    return node -> {
      if (!(node instanceof YamlScalar scalar) || scalar.type() != YamlScalar.Type.STRING) {
        return true;
      }
      Matcher matcher = pattern.matcher(scalar.text());
      return matcher.find()
          && (!expression.startsWith("^") || matcher.start() == 0)
          && (!expression.endsWith("$") || matcher.end() == scalar.text().length());
    };
  }

  private static Constraint required(List<String> names) {
    return node ->
        !(node instanceof YamlMapping mapping)
            || names.stream().allMatch(name -> mapping.find(name).isPresent());
  }

  private static Constraint names(SchemaTree schema) {
    Conformity name = below(schema, "propertyNames");
    return node ->
        !(node instanceof YamlMapping mapping)
            || mapping.entries().stream().allMatch(entry -> isName(entry.key(), name));
  }

  private static boolean isName(YamlScalar key, Conformity name) {
    return key.type() == YamlScalar.Type.STRING && name.holdsFor(key);
  }

  /** Where the answer no is as uncertain as anywhere else, what follows has to hold anyway. */
  private static Constraint condition(SchemaTree schema) {
    SchemaTree condition = Objects.requireNonNull(schema.below("if"), "if");
    Conformity when = Conformity.of(condition);
    Conformity then = below(schema, "then");
    boolean isExact = isExact(condition);
    return node -> (isExact && !when.holdsFor(node)) || then.holdsFor(node);
  }

  /** Whether it asks for nothing but the words of fields, of which no is as certain as yes. */
  private static boolean isExact(SchemaTree schema) {
    return EXACT_WORDS.containsAll(schema.keywords().keySet())
        && (schema.keywords().get("const") instanceof String
            || !schema.keywords().containsKey("const"))
        && schema.properties().values().stream().allMatch(Constraint::isExact);
  }

  private static Conformity below(SchemaTree schema, String keyword) {
    return Conformity.of(Objects.requireNonNull(schema.below(keyword), keyword));
  }

  private static boolean isNumber(YamlNode node) {
    return node instanceof YamlScalar scalar
        && (scalar.type() == YamlScalar.Type.INTEGER || scalar.type() == YamlScalar.Type.NUMBER);
  }

  /** Negative if it is less than a bound, zero if equal, positive if more. */
  private static int compare(YamlNode node, BigDecimal bound) {
    return new BigDecimal(((YamlScalar) node).text()).compareTo(bound);
  }

  /** The characters of a text, the items of a list, the entries of a mapping. */
  private static int size(YamlNode node) {
    if (node instanceof YamlSequence list) {
      return list.items().size();
    }
    if (node instanceof YamlMapping mapping) {
      return mapping.entries().size();
    }
    String text = ((YamlScalar) node).text();
    return text.codePointCount(0, text.length());
  }

  private static boolean areUnique(YamlSequence list) {
    Set<String> texts = new HashSet<>();
    for (YamlNode item : list.items()) {
      if (!(item instanceof YamlScalar scalar)
          || scalar.type() != YamlScalar.Type.STRING
          || !texts.add(scalar.text())) {
        return false;
      }
    }
    return true;
  }
}
