package io.tenantsmith.harness;

import io.tenantsmith.template.ObjectTemplate;
import io.tenantsmith.template.TemplateNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a template asks while it is rendered: its conditions and its rows, by their names. */
public final class TemplateQuestions {

  private final SortedSet<String> conditions = new TreeSet<>();
  private final SortedSet<String> rows = new TreeSet<>();

  private TemplateQuestions() {}

  /** Those of a template, in all its branches. */
  public static TemplateQuestions of(ObjectTemplate<?> template) {
    TemplateQuestions questions = new TemplateQuestions();
    template.documents().forEach(questions::walk);
    return questions;
  }

  /** The names of the conditions. */
  public SortedSet<String> conditions() {
    return conditions;
  }

  /** A value as an answer: what a condition says, or whether there are no, one or more rows. */
  public Optional<String> answer(String name, Object value) {
    if (conditions.contains(name)) {
      return Optional.of(value.toString());
    }
    return rows.contains(name)
        ? Optional.of(String.valueOf(Math.min(2, ((List<?>) value).size())))
        : Optional.empty();
  }

  private void walk(TemplateNode node) {
    if (node instanceof TemplateNode.If choice) {
      conditions.add(choice.condition().name());
      Optional.ofNullable(choice.then()).ifPresent(this::walk);
      Optional.ofNullable(choice.otherwise()).ifPresent(this::walk);
    } else if (node instanceof TemplateNode.Each each) {
      rows.add(each.rows().name());
      walk(each.body());
    } else if (node instanceof TemplateNode.Mapping mapping) {
      mapping.entries().forEach(entry -> walk(entry.value()));
    } else if (node instanceof TemplateNode.Sequence sequence) {
      sequence.items().forEach(this::walk);
    } else if (node instanceof TemplateNode.Flatten flatten) {
      walk(flatten.list());
    } else if (node instanceof TemplateNode.Merge merge) {
      walk(merge.list());
    }
  }
}
