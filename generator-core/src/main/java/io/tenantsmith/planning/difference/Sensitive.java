package io.tenantsmith.planning.difference;

import io.tenantsmith.diagnostic.Masked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hides what nobody may read in a plan: the data of Secrets, and what diagnostics hide as well, the
 * login in an address. We render neither; an older tree may have been edited by hand.
 */
final class Sensitive {

  private final boolean isSecret;

  Sensitive(String kind) {
    this.isSecret = kind.equals("Secret");
  }

  /** The value with all that is secret in it hidden; the very same if nothing is. */
  @Nullable Object masked(List<String> path, @Nullable Object value) {
    if (isSecret && !path.isEmpty() && isData(path.get(0))) {
      return hidden(value);
    }
    return masked(value, path.isEmpty());
  }

  /** A text without the logins in it; the very same if it has none. */
  static String masked(String text) {
    return text.contains("://") ? Masked.withoutCredentials(text, Masked.SENSITIVE) : text;
  }

  private @Nullable Object masked(@Nullable Object value, boolean isObject) {
    if (value instanceof String text) {
      return masked(text);
    }
    if (value instanceof Map<?, ?> map) {
      return masked(map, isObject);
    }
    return value instanceof List<?> list ? masked(list) : value;
  }

  private Object masked(Map<?, ?> map, boolean isObject) {
    Map<Object, @Nullable Object> masked = new LinkedHashMap<>();
    boolean differs = false;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      boolean isData = isObject && isSecret && isData((String) entry.getKey());
      Object value = isData ? hidden(entry.getValue()) : masked(entry.getValue(), false);
      differs |= value != entry.getValue();
      masked.put(entry.getKey(), value);
    }
    return differs ? masked : map;
  }

  private Object masked(List<?> list) {
    List<@Nullable Object> masked = new ArrayList<>();
    boolean differs = false;
    for (Object item : list) {
      Object value = masked(item, false);
      differs |= value != item;
      masked.add(value);
    }
    return differs ? masked : list;
  }

  /** Keys are no secrets. */
  private static @Nullable Object hidden(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> hidden = new LinkedHashMap<>();
      map.forEach((key, entry) -> hidden.put(key, hidden(entry)));
      return hidden;
    }
    return value == null ? null : Masked.SENSITIVE;
  }

  private static boolean isData(String key) {
    return key.equals("data") || key.equals("stringData");
  }
}
