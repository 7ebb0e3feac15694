package io.tenantsmith.schema;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The diagnostic of a value of the wrong type. */
final class WrongType {

  private static final List<String> YES = List.of("y", "yes", "on", "true");
  private static final List<String> NO = List.of("n", "no", "off", "false");
  private static final Pattern QUANTITY = Pattern.compile("[0-9]+(m|[KMGTP]i?)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

  private WrongType() {}

  static Diagnostic at(Place place, Shape shape) {
    YamlNode node = place.node();
    if (node instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.NULL) {
      return Diagnostic.error(Code.SCH002, node.range(), place.title() + " has no value")
          .withHint("write " + value(shape) + ", or remove the line");
    }
    String fact = place.title() + " is " + actual(node) + ", not " + expected(shape);
    return Diagnostic.error(Code.SCH002, node.range(), fact).withHint(hint(node, shape));
  }

  private static @Nullable String hint(YamlNode node, Shape shape) {
    if (shape.takes("object")) {
      return shape.fields().isEmpty()
          ? null
          : "write its fields: " + String.join(", ", shape.fields().keySet());
    }
    if (!(node instanceof YamlScalar scalar)) {
      return node instanceof YamlMapping && shape.takes("array")
          ? "begin the entry with \"- \": a list of one"
          : example(shape);
    }
    if (shape.takes("boolean")) {
      return booleanHint(scalar);
    }
    if (shape.takes("array")) {
      return "put it into a list: [" + Quoted.escape(scalar.text()) + "]";
    }
    if (shape.takesNumber()) {
      return NUMBER.matcher(cut(scalar)).matches() && !scalar.plain()
          ? "remove the quotes"
          : example(shape);
    }
    if (shape.takes("string")) {
      return QUANTITY.matcher(shape.example()).matches()
          ? "write it with a unit, for instance " + shape.example()
          : "quote it: " + Quoted.quote(scalar.text());
    }
    return shape.fields().isEmpty()
        ? null
        : "write its fields below it: " + String.join(", ", shape.fields().keySet());
  }

  private static String booleanHint(YamlScalar scalar) {
    String word = cut(scalar).toLowerCase(Locale.ROOT);
    if (!scalar.plain() && (word.equals("true") || word.equals("false"))) {
      return "remove the quotes";
    }
    if (YES.contains(word)) {
      return "write true";
    }
    return NO.contains(word) ? "write false" : "write true or false";
  }

  private static @Nullable String example(Shape shape) {
    return shape.example().isEmpty() ? null : "write for instance " + shape.example();
  }

  private static String actual(YamlNode node) {
    if (node instanceof YamlMapping) {
      return "a mapping";
    }
    if (node instanceof YamlSequence) {
      return "a list";
    }
    return switch (((YamlScalar) node).type()) {
      case BOOLEAN -> "true or false";
      case INTEGER, NUMBER -> "a number";
      default -> "text";
    };
  }

  private static String value(Shape shape) {
    List<String> words = shape.schema().words("enum");
    return words.isEmpty() ? expected(shape) : "one of " + String.join(", ", words);
  }

  private static String expected(Shape shape) {
    return shape.types().stream().map(WrongType::word).collect(Collectors.joining(" or "));
  }

  private static String word(String type) {
    return switch (type) {
      case "object" -> "a mapping";
      case "array" -> "a list";
      case "boolean" -> "true or false";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      default -> "text";
    };
  }

  private static String cut(YamlScalar scalar) {
    return scalar.text().length() > 40 ? "" : scalar.text();
  }
}
