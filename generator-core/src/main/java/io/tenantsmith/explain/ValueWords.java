package io.tenantsmith.explain;

import io.tenantsmith.diagnostic.Masked;
import io.tenantsmith.model.Labelled;
import io.tenantsmith.model.Patch;
import io.tenantsmith.model.Plugin;
import io.tenantsmith.model.Sourced;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as people write and read them, without credentials. */
final class ValueWords {

  private static final String NOTHING = "none";

  private ValueWords() {}

  /** A value of the inputs, or of a rendered object. */
  static String of(@Nullable Object value) {
    return Masked.withoutCredentials(words(value));
  }

  private static String words(@Nullable Object value) {
    if (value instanceof Sourced<?> sourced) {
      return words(sourced.value());
    }
    if (value instanceof Optional<?> optional) {
      return words(optional.orElse(null));
    }
    if (value instanceof List<?> list) {
      return joined(list.stream().map(ValueWords::words).toList());
    }
    if (value instanceof Map<?, ?> map) {
      return joined(
          map.entrySet().stream().map(e -> e.getKey() + ": " + inner(e.getValue())).toList());
    }
    if (value instanceof Plugin plugin) {
      return plugin.name() + " " + plugin.version();
    }
    if (value instanceof Patch patch) {
      return "of " + patch.target().values().stream().collect(Collectors.joining(" "));
    }
    if (value instanceof Labelled word) {
      return word.label();
    }
    return value == null ? NOTHING : value.toString();
  }

  /** A tree in a tree, for instance a container in a list. */
  private static String inner(@Nullable Object value) {
    String words = words(value);
    if (value instanceof Map<?, ?>) {
      return "{" + words + "}";
    }
    return value instanceof List<?> ? "[" + words + "]" : words;
  }

  private static String joined(List<String> parts) {
    return parts.isEmpty() ? NOTHING : String.join(", ", parts);
  }
}
