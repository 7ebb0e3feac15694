package io.tenantsmith.template;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.yaml.PlainText;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns YAML into template nodes; leaves keys with a dollar to {@link Constructs}. */
final class TemplateParser {

  private static final int SAFE_DIGITS = 9;

  private final Problems problems;
  private final Expressions expressions;
  private final Constructs constructs;

  TemplateParser(Problems problems) {
    this.problems = problems;
    this.expressions = new Expressions(problems);
    this.constructs = new Constructs(this, expressions, problems);
  }

  Expressions expressions() {
    return expressions;
  }

  /** A document's template. */
  TemplateNode document(YamlMapping root, Names names) {
    TemplateNode node = node(root, names);
    refuseNoObject(node, false);
    return node;
  }

  TemplateNode node(YamlNode node, Names names) {
    if (node instanceof YamlScalar scalar) {
      return scalar(scalar, names);
    }
    if (node instanceof YamlSequence sequence) {
      List<TemplateNode> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(node(item, names)));
      return new TemplateNode.Sequence(items, sequence.range());
    }
    YamlMapping mapping = (YamlMapping) node;
    return constructs.isConstruct(mapping)
        ? constructs.construct(mapping, names)
        : mapping(mapping, names);
  }

  /** A placeholder for a node with a problem, so that the rest can be read. */
  static TemplateNode nothing(SourceRange place) {
    return new TemplateNode.Constant(FieldMap.copyOf(Map.of()), place);
  }

  private TemplateNode mapping(YamlMapping mapping, Names names) {
    List<TemplateNode.Entry> entries = new ArrayList<>();
    for (YamlMapping.Entry entry : mapping.entries()) {
      entries.add(new TemplateNode.Entry(key(entry.key(), names), node(entry.value(), names)));
    }
    return new TemplateNode.Mapping(entries, mapping.range());
  }

  private TemplateNode key(YamlScalar key, Names names) {
    String text = key.text();
    refuseAmbiguous(key, "the key");
    if (key.plain() && key.type() != YamlScalar.Type.STRING && !text.isEmpty()) {
      problems.add(key.range(), "the key " + Quoted.quote(text) + " has to be quoted");
    }
    if (text.startsWith("$$")) {
      return new TemplateNode.Constant(text.substring(1), key.range());
    }
    if (text.startsWith("$") && !text.startsWith("${")) {
      constructs.refuseUnknown(key);
      return new TemplateNode.Constant(text, key.range());
    }
    return expressions.string(key, names);
  }

  private TemplateNode scalar(YamlScalar scalar, Names names) {
    switch (scalar.type()) {
      case STRING -> {
        refuseAmbiguous(scalar, "the string");
        return expressions.string(scalar, names);
      }
      case INTEGER -> {
        return new TemplateNode.Constant(integer(scalar.text()), scalar.range());
      }
      case NUMBER -> {
        return new TemplateNode.Constant(new BigDecimal(scalar.text()), scalar.range());
      }
      case BOOLEAN -> {
        return new TemplateNode.Constant(Boolean.valueOf(scalar.text()), scalar.range());
      }
      default -> {
        problems.add(
            scalar.range(), "a value is missing; write {}, [] or \"\" if it is to be empty");
        return nothing(scalar.range());
      }
    }
  }

  private static Object integer(String text) {
    if (text.length() <= SAFE_DIGITS) {
      return Integer.valueOf(text);
    }
    BigInteger value = new BigInteger(text);
    if (value.bitLength() < Integer.SIZE) {
      return value.intValue();
    }
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  /** Refuses ambiguous scalars: a reviewer must not have to know which version of YAML is read. */
  private void refuseAmbiguous(YamlScalar scalar, String what) {
    if (scalar.plain()
        && scalar.type() == YamlScalar.Type.STRING
        && PlainText.isAmbiguous(scalar.text())) {
      problems.add(
          scalar.range(),
          what
              + " "
              + Quoted.quote(scalar.text())
              + " is something else to other readers; quote it");
    }
  }

  /**
   * Refuses a document that is neither an object nor a list of objects; a list in a list is
   * neither.
   */
  private void refuseNoObject(@Nullable TemplateNode node, boolean inList) {
    if (node instanceof TemplateNode.If choice) {
      refuseNoObject(choice.then(), inList);
      refuseNoObject(choice.otherwise(), inList);
    } else if (node instanceof TemplateNode.Each each && !inList) {
      refuseNoObject(each.body(), true);
    } else if (node != null && !(inList ? mayBeObject(node) : mayBeObjects(node))) {
      problems.add(node.place(), "a document is an object or a list of objects");
    }
  }

  private static boolean mayBeObjects(TemplateNode node) {
    return mayBeObject(node)
        || node instanceof TemplateNode.Sequence
        || node instanceof TemplateNode.Flatten;
  }

  private static boolean mayBeObject(TemplateNode node) {
    return node instanceof TemplateNode.Mapping
        || node instanceof TemplateNode.Merge
        || node instanceof TemplateNode.Hole
        || (node instanceof TemplateNode.Constant constant
            && !ScalarText.isScalar(constant.tree()));
  }
}
