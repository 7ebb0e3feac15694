package io.tenantsmith.template.text;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A filter that takes strings and nothing else. */
final class TextFilter implements Filter {

  private final String name;
  private final UnaryOperator<String> quote;

  TextFilter(String name, UnaryOperator<String> quote) {
    this.name = name;
    this.quote = quote;
  }

  @Override
  public List<String> getArgumentNames() {
    return List.of();
  }

  @Override
  public Object apply(
      @Nullable Object input,
      Map<String, Object> arguments,
      PebbleTemplate template,
      EvaluationContext context,
      int line) {
    if (input instanceof String text) {
      return quote.apply(text);
    }
    throw new IllegalStateException(
        template.getName() + ":" + line + ": the filter " + name + " takes strings only");
  }
}
