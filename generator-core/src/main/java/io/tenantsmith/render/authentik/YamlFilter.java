package io.tenantsmith.render.authentik;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.tenantsmith.yaml.QuotedText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filter {@code yaml}: a string in double quotes, whatever is in it. */
final class YamlFilter implements Filter {

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
      return QuotedText.of(text);
    }
    throw new IllegalStateException(
        template.getName() + ":" + line + ": the filter yaml takes strings only");
  }
}
