package io.tenantsmith.template;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.diagnostic.Suggestion;
import io.tenantsmith.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Resolves expressions, each of which is a dotted name, and splits strings. */
final class Expressions {

  private final Problems problems;
  private final Set<String> used = new TreeSet<>();

  Expressions(Problems problems) {
    this.problems = problems;
  }

  /** The full names of all values that were used. */
  Set<String> used() {
    return used;
  }

  /** What a name means; empty, with a problem noted, if it means nothing. */
  Optional<Reference> reference(String expression, SourceRange place, Names names) {
    if (!ValueName.isValid(expression)) {
      problems.add(
          place,
          Quoted.quote(expression)
              + " is no dotted name; nothing is computed here, so give the value a name in Java");
      return Optional.empty();
    }
    Optional<NameInScope> found = names.find(expression);
    if (found.isEmpty()) {
      String hint = Suggestion.hint(expression, names.all());
      problems.add(place, "there is no value " + Quoted.quote(expression) + "; " + hint);
      return Optional.empty();
    }
    used.add(found.get().name());
    return Optional.of(new Reference(found.get(), place));
  }

  /** The reference as a node: a constant is taken over, rows are refused. */
  Optional<TemplateNode> value(String expression, SourceRange place, Names names) {
    return reference(expression, place, names).flatMap(reference -> node(reference, place));
  }

  private Optional<TemplateNode> node(Reference reference, SourceRange place) {
    if (reference.value() instanceof NamedValue.Rows) {
      problems.add(place, "the value " + reference.name() + " is rows, which only $map takes");
      return Optional.empty();
    }
    return Optional.of(
        reference.value() instanceof NamedValue.Fixed fixed
            ? new TemplateNode.Constant(fixed.tree(), place)
            : new TemplateNode.Hole(reference, place));
  }

  /** A string, split at each {@code ${name}}. A second dollar before it escapes it. */
  TemplateNode string(YamlScalar scalar, Names names) {
    String text = scalar.text();
    List<TemplateNode.Text.Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int start = 0;
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", start)) {
      boolean escaped = at > start && text.charAt(at - 1) == '$';
      literal.append(text, start, escaped ? at - 1 : at);
      start = at + 2;
      if (escaped) {
        literal.append("${");
      } else {
        start = insert(scalar, start, names, new Pieces(parts, literal));
      }
    }
    literal.append(text, start, text.length());
    if (parts.isEmpty()) {
      return new TemplateNode.Constant(literal.toString(), scalar.range());
    }
    flush(literal, parts);
    return new TemplateNode.Text(parts, scalar.range());
  }

  /** Reads the name and returns the position after its brace. */
  private int insert(YamlScalar scalar, int start, Names names, Pieces pieces) {
    int end = scalar.text().indexOf('}', start);
    if (end < 0) {
      problems.add(scalar.range(), "a ${ without its }; write $${ where it stands for itself");
      return scalar.text().length();
    }
    value(scalar.text().substring(start, end), scalar.range(), names)
        .ifPresent(node -> add(node, pieces));
    return end + 1;
  }

  private void add(TemplateNode node, Pieces pieces) {
    if (node instanceof TemplateNode.Hole hole) {
      flush(pieces.literal, pieces.parts);
      pieces.parts.add(new TemplateNode.Text.Inserted(hole.value()));
    } else if (node instanceof TemplateNode.Constant constant) {
      if (ScalarText.isScalar(constant.tree())) {
        pieces.literal.append(ScalarText.of(constant.tree()));
      } else {
        problems.add(node.place(), "a list or mapping inside of a string");
      }
    }
  }

  private static void flush(StringBuilder literal, List<TemplateNode.Text.Part> parts) {
    if (!literal.isEmpty()) {
      parts.add(new TemplateNode.Text.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  /** The parts of a string that is being split. */
  private record Pieces(List<TemplateNode.Text.Part> parts, StringBuilder literal) {}
}
