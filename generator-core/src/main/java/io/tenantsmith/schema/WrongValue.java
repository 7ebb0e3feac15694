package io.tenantsmith.schema;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Suggestion;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.util.List;

/** The diagnostic of a value of the right type that is not allowed. */
final class WrongValue {

  private WrongValue() {}

  static Diagnostic at(Place place, Shape shape, String keyword) {
    return switch (keyword) {
      case "enum" -> choice(place, shape);
      case "uniqueItems" -> repeated(place);
      case "pattern", "format" -> form(place, shape);
      default -> size(place, shape, keyword);
    };
  }

  private static Diagnostic choice(Place place, Shape shape) {
    List<String> allowed = shape.schema().words("enum");
    String text = text(place.node());
    String list = "use " + String.join(", ", allowed);
    return Diagnostic.error(
            Code.SCH004,
            place.node().range(),
            Quoted.quote(text) + " is not a value of " + Quoted.quote(place.name()))
        .withHint(
            Suggestion.closest(text, allowed)
                .map(near -> "did you mean " + Quoted.quote(near) + "? " + list)
                .orElse(list));
  }

  private static Diagnostic repeated(Place place) {
    List<YamlNode> items = ((YamlSequence) place.node()).items();
    for (int later = 1; later < items.size(); later++) {
      for (int first = 0; first < later; first++) {
        YamlNode again = items.get(later);
        if (JsonConversion.of(items.get(first)).equals(JsonConversion.of(again))) {
          String fact =
              Quoted.quote(text(again)) + " appears twice in " + Quoted.quote(place.name());
          return Diagnostic.error(Code.SCH010, again.range(), fact)
              .withHint("remove one of them")
              .withRelated("first at", items.get(first).range());
        }
      }
    }
    return Diagnostic.error(Code.SCH010, place.node().range(), place.title() + " repeats an item");
  }

  private static Diagnostic form(Place place, Shape shape) {
    String example = shape.example();
    return Diagnostic.error(
            Code.SCH005,
            place.node().range(),
            place.title() + " does not have the form it must have")
        .withHint(example.isEmpty() ? null : "write for instance " + Quoted.quote(example));
  }

  /** The diagnostic of a key in a mapping with arbitrary keys. */
  static Diagnostic key(YamlScalar key, Place parent) {
    return Diagnostic.error(
            Code.SCH005,
            key.range(),
            Quoted.quote(key.text()) + " is not a name that " + parent.title() + " may hold")
        .withHint("use a-z, 0-9 and \"_\", beginning with a letter");
  }

  private static Diagnostic size(Place place, Shape shape, String keyword) {
    String limit = shape.schema().word(keyword);
    boolean atMost = keyword.startsWith("max") || keyword.equals("exclusiveMaximum");
    boolean open = keyword.startsWith("exclusive");
    String than = open ? (atMost ? "less than " : "more than ") : atMost ? "at most " : "at least ";
    return Diagnostic.error(
            Code.SCH006, place.node().range(), place.title() + " " + measure(place.node(), keyword))
        .withHint("use " + than + limit + unit(keyword, limit));
  }

  private static String measure(YamlNode node, String keyword) {
    if (node instanceof YamlSequence sequence) {
      return "has " + (sequence.items().isEmpty() ? "no" : sequence.items().size()) + " items";
    }
    if (node instanceof YamlMapping mapping) {
      return "has " + (mapping.entries().isEmpty() ? "no" : mapping.entries().size()) + " entries";
    }
    String text = text(node);
    if (keyword.endsWith("Length")) {
      return text.isEmpty()
          ? "is empty"
          : "has " + text.codePointCount(0, text.length()) + " characters";
    }
    return "is " + Quoted.escape(text);
  }

  private static String unit(String keyword, String limit) {
    boolean one = limit.equals("1");
    if (keyword.endsWith("Length")) {
      return one ? " character" : " characters";
    }
    if (keyword.endsWith("Items")) {
      return one ? " item" : " items";
    }
    return keyword.endsWith("Properties") ? (one ? " entry" : " entries") : "";
  }

  private static String text(YamlNode node) {
    return node instanceof YamlScalar scalar ? scalar.text() : node.typeName();
  }
}
