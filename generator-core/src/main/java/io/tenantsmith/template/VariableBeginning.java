package io.tenantsmith.template;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for <code>${</code>, with which variables begin here and for tools that read manifests. A
 * rendered string is put together from parts, so it holds one only if a part does or ends with a
 * dollar: what the parts of a template answer is known before it is rendered.
 */
final class VariableBeginning {

  private static final String BEGINNING = "${";

  private VariableBeginning() {}

  /** Whether a string, list, mapping or row may bring one into a string that it is a part of. */
  static boolean mayComeFrom(@Nullable Object value) {
    if (value instanceof String text) {
      return text.endsWith("$") || text.contains(BEGINNING);
    }
    if (value instanceof List<?> list) {
      return mayComeFromAny(list);
    }
    if (value instanceof Evaluated row) {
      return row.mayHoldVariable();
    }
    return value instanceof Map<?, ?> map
        && (mayComeFromAny(map.keySet()) || mayComeFromAny(map.values()));
  }

  private static boolean mayComeFromAny(Collection<?> values) {
    for (Object value : values) {
      if (mayComeFrom(value)) {
        return true;
      }
    }
    return false;
  }

  /** Whether what is the same for every source may bring one; values are not looked at. */
  static boolean mayComeFromConstantsOf(@Nullable TemplateNode node) {
    if (node instanceof TemplateNode.Constant constant) {
      return mayComeFrom(constant.tree());
    }
    if (node instanceof TemplateNode.Text text) {
      return text.parts().stream()
          .anyMatch(
              part ->
                  part instanceof TemplateNode.Text.Literal literal && mayComeFrom(literal.text()));
    }
    if (node instanceof TemplateNode.Mapping mapping) {
      return mapping.entries().stream()
          .anyMatch(
              entry ->
                  mayComeFromConstantsOf(entry.key()) || mayComeFromConstantsOf(entry.value()));
    }
    if (node instanceof TemplateNode.If choice) {
      return mayComeFromConstantsOf(choice.then()) || mayComeFromConstantsOf(choice.otherwise());
    }
    return ofList(node);
  }

  private static boolean ofList(@Nullable TemplateNode node) {
    if (node instanceof TemplateNode.Sequence sequence) {
      return sequence.items().stream().anyMatch(VariableBeginning::mayComeFromConstantsOf);
    }
    if (node instanceof TemplateNode.Each each) {
      return mayComeFromConstantsOf(each.body());
    }
    if (node instanceof TemplateNode.Flatten flatten) {
      return mayComeFromConstantsOf(flatten.list());
    }
    return node instanceof TemplateNode.Merge merge && mayComeFromConstantsOf(merge.list());
  }
}
