package io.tenantsmith.template;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the five constructs that are mappings; there is no sixth. */
final class Constructs {

  private static final List<String> ALL = List.of("$eval", "$if", "$map", "$flatten", "$merge");
  private static final Pattern EACH = Pattern.compile("each\\(([a-zA-Z_][a-zA-Z0-9_]*)\\)");

  private final TemplateParser parser;
  private final Expressions expressions;
  private final Problems problems;

  Constructs(TemplateParser parser, Expressions expressions, Problems problems) {
    this.parser = parser;
    this.expressions = expressions;
    this.problems = problems;
  }

  boolean isConstruct(YamlMapping mapping) {
    return mapping.entries().stream().anyMatch(entry -> ALL.contains(entry.name()));
  }

  /** Notes that a key with a dollar is not one of the constructs. */
  void refuseUnknown(YamlScalar key) {
    problems.add(
        key.range(),
        "there is no construct "
            + Quoted.quote(key.text())
            + "; there is "
            + String.join(", ", ALL)
            + ", and $$ for a key that begins with a dollar");
  }

  TemplateNode construct(YamlMapping mapping, Names names) {
    YamlMapping.Entry head =
        mapping.entries().stream().filter(e -> ALL.contains(e.name())).findFirst().orElseThrow();
    Optional<TemplateNode> node =
        switch (head.name()) {
          case "$eval" -> eval(mapping, head, names);
          case "$if" -> choice(mapping, head, names);
          case "$map" -> each(mapping, head, names);
          case "$flatten" -> {
            refuseOthers(mapping, "$flatten");
            yield list(head, names).map(l -> new TemplateNode.Flatten(l, mapping.range()));
          }
          default -> {
            refuseOthers(mapping, "$merge");
            yield merge(mapping, head, names);
          }
        };
    return node.orElseGet(() -> TemplateParser.nothing(mapping.range()));
  }

  private Optional<TemplateNode> eval(YamlMapping mapping, YamlMapping.Entry head, Names names) {
    refuseOthers(mapping, "$eval");
    return expression(head)
        .flatMap(name -> expressions.value(name.text(), name.range(), names))
        .map(node -> at(node, mapping.range()));
  }

  /** The value at the place of the whole construct. */
  private static TemplateNode at(TemplateNode node, SourceRange place) {
    return node instanceof TemplateNode.Hole hole
        ? new TemplateNode.Hole(hole.value(), place)
        : new TemplateNode.Constant(((TemplateNode.Constant) node).tree(), place);
  }

  private Optional<TemplateNode> choice(YamlMapping mapping, YamlMapping.Entry head, Names names) {
    refuseOthers(mapping, "$if", "then", "else");
    Optional<TemplateNode> then = branch(mapping, "then", names);
    Optional<TemplateNode> otherwise = branch(mapping, "else", names);
    if (then.isEmpty() && otherwise.isEmpty()) {
      problems.add(mapping.range(), "an $if without then and else");
    }
    return expression(head)
        .flatMap(name -> expressions.reference(name.text(), name.range(), names))
        .filter(this::isCondition)
        .map(
            condition ->
                new TemplateNode.If(
                    condition, then.orElse(null), otherwise.orElse(null), mapping.range()));
  }

  private Optional<TemplateNode> branch(YamlMapping mapping, String key, Names names) {
    return mapping.find(key).map(entry -> parser.node(entry.value(), names));
  }

  private boolean isCondition(Reference reference) {
    boolean condition = reference.value() instanceof NamedValue.Condition;
    if (!condition) {
      problems.add(
          reference.place(), "the value " + reference.name() + " is no condition, which $if takes");
    }
    return condition;
  }

  private Optional<TemplateNode> each(YamlMapping mapping, YamlMapping.Entry head, Names names) {
    Optional<YamlMapping.Entry> body =
        mapping.entries().stream().filter(e -> EACH.matcher(e.name()).matches()).findFirst();
    if (body.isEmpty()) {
      problems.add(mapping.range(), "a $map without each(x), where x names a row");
    }
    refuseOthers(mapping, "$map", body.map(YamlMapping.Entry::name).orElse(""));
    Optional<Reference> rows = rows(head, names);
    return rows.isEmpty() || body.isEmpty()
        ? Optional.empty()
        : Optional.of(each(rows.get(), body.get(), names, mapping.range()));
  }

  private TemplateNode each(
      Reference rows, YamlMapping.Entry body, Names names, SourceRange place) {
    Matcher matcher = EACH.matcher(body.name());
    String variable = matcher.matches() ? matcher.group(1) : "";
    if (names.isTaken(variable)) {
      problems.add(body.key().range(), "the name " + variable + " means something else already");
    }
    NamedValues<?> columns = ((NamedValue.Rows) rows.value()).columns();
    TemplateNode node = parser.node(body.value(), names.inside(variable, rows, columns));
    return new TemplateNode.Each(rows, variable, node, place);
  }

  private Optional<Reference> rows(YamlMapping.Entry head, Names names) {
    if (!(head.value() instanceof YamlMapping eval)
        || eval.entries().size() != 1
        || !eval.entries().get(0).name().equals("$eval")) {
      problems.add(head.value().range(), "$map takes {$eval: rows} and nothing else");
      return Optional.empty();
    }
    Optional<Reference> reference =
        expression(eval.entries().get(0))
            .flatMap(name -> expressions.reference(name.text(), name.range(), names));
    reference
        .filter(r -> !(r.value() instanceof NamedValue.Rows))
        .ifPresent(r -> problems.add(r.place(), "the value " + r.name() + " is no rows"));
    return reference.filter(r -> r.value() instanceof NamedValue.Rows);
  }

  /** The list that a construct takes: a literal list, or a $map. */
  private Optional<TemplateNode> list(YamlMapping.Entry head, Names names) {
    TemplateNode node = parser.node(head.value(), names);
    if (node instanceof TemplateNode.Sequence || node instanceof TemplateNode.Each) {
      return Optional.of(node);
    }
    problems.add(head.value().range(), head.name() + " takes a list or a $map and nothing else");
    return Optional.empty();
  }

  private Optional<TemplateNode> merge(YamlMapping mapping, YamlMapping.Entry head, Names names) {
    Optional<TemplateNode> list = list(head, names);
    list.ifPresent(this::refuseNoMappings);
    return list.map(node -> new TemplateNode.Merge(node, mapping.range()));
  }

  private void refuseNoMappings(TemplateNode list) {
    if (list instanceof TemplateNode.Each each) {
      refuseNoMapping(each.body());
    } else if (list instanceof TemplateNode.Sequence sequence) {
      sequence.items().forEach(this::refuseNoMapping);
    }
  }

  private void refuseNoMapping(TemplateNode node) {
    if (node instanceof TemplateNode.If choice) {
      if (choice.then() != null) {
        refuseNoMapping(choice.then());
      }
      if (choice.otherwise() != null) {
        refuseNoMapping(choice.otherwise());
      }
    } else if (!(node instanceof TemplateNode.Mapping
        || node instanceof TemplateNode.Merge
        || node instanceof TemplateNode.Hole
        || (node instanceof TemplateNode.Constant constant && constant.tree() instanceof Map))) {
      problems.add(node.place(), "$merge takes mappings and nothing else");
    }
  }

  private Optional<YamlScalar> expression(YamlMapping.Entry head) {
    YamlNode value = head.value();
    if (value instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.STRING) {
      return Optional.of(scalar);
    }
    problems.add(value.range(), head.name() + " takes the name of a value");
    return Optional.empty();
  }

  private void refuseOthers(YamlMapping mapping, String... allowed) {
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!List.of(allowed).contains(entry.name())) {
        problems.add(
            entry.key().range(), Quoted.quote(entry.name()) + " cannot stand beside " + allowed[0]);
      }
    }
  }
}
