package io.tenantsmith.statement;

import io.tenantsmith.diagnostic.Masked;
import io.tenantsmith.model.Labelled;
import io.tenantsmith.model.Patch;
import io.tenantsmith.model.Plugin;
import io.tenantsmith.model.Sourced;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values as users write them, in one line and without logins. */
public final class StatedText {

  private StatedText() {}

  /** A value of the inputs. */
  public static String of(Object value) {
    String text = text(value);
    return Masked.hasCredentials(text) ? Masked.SENSITIVE : text;
  }

  private static String text(Object value) {
    if (value instanceof Sourced<?> sourced) {
      return text(sourced.value());
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(StatedText::text).orElse("");
    }
    if (value instanceof List<?> list) {
      return list.stream().map(StatedText::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
          .sorted()
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Plugin plugin) {
      return plugin.name() + " " + plugin.version();
    }
    if (value instanceof Patch patch) {
      return patch.target().values().stream().collect(Collectors.joining(" ", "patch of ", ""));
    }
    if (value instanceof Labelled word) {
      return word.label();
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
