package io.tenantsmith.inspection;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The settings of a database's my.cnf: the last one of a name counts, dashes and underscores are
 * one, and the prefix {@code loose-} only says that a server may not know the name.
 *
 * @param values by name, with underscores
 */
record ServerSettings(Map<String, String> values) {

  private static final String LOOSE = "loose_";

  static ServerSettings of(String text) {
    Map<String, String> values = new HashMap<>();
    for (String line : text.lines().map(String::strip).toList()) {
      int equals = line.indexOf('=');
      if (equals > 0 && line.charAt(0) != '#') {
        String name = line.substring(0, equals).strip().replace('-', '_').toLowerCase(Locale.ROOT);
        String known = name.startsWith(LOOSE) ? name.substring(LOOSE.length()) : name;
        values.put(known, line.substring(equals + 1).strip());
      }
    }
    return new ServerSettings(Map.copyOf(values));
  }

  /** What it is set to; empty if it is not. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  boolean is(String name, String value) {
    return text(name).equalsIgnoreCase(value);
  }

  /** The whole number it is set to; 0 if it is not. */
  long number(String name) {
    return text(name).matches("[0-9]{1,15}") ? Long.parseLong(text(name)) : 0;
  }
}
