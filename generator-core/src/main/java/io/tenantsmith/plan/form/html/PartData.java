package io.tenantsmith.plan.form.html;

import io.tenantsmith.json.JsonWriter;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parts as data: a text is a string, an element a list of its name, its attributes if it has any,
 * and its parts. What comes again is held once and named by its number, since most of a page is the
 * same in all its lines. The page's script builds the same elements from it.
 */
final class PartData {

  /** Shorter than this a number saves nothing; longer parts come again in their parts. */
  private static final int MIN_SHARED = 16;

  private static final int MAX_SHARED = 600;
  private static final int SEEN = (1 << 22) - 1;

  private final Map<String, Integer> shared = new LinkedHashMap<>();

  /** Hashes of what came once; where two of them meet, a part is shared that need not be. */
  private final BitSet seen = new BitSet();

  /** A part on one line. */
  String line(Part part) {
    if (part instanceof Words words) {
      return shared(safe(words.text()));
    }
    Element element = (Element) part;
    StringBuilder out = new StringBuilder().append("[\"").append(element.name()).append('"');
    if (!element.attributes().isEmpty()) {
      out.append(',').append(safe(element.attributes()));
    }
    element.parts().forEach(each -> out.append(',').append(line(each)));
    return shared(out.append(']').toString());
  }

  private String shared(String json) {
    if (json.length() < MIN_SHARED || json.length() > MAX_SHARED) {
      return json;
    }
    Integer number = shared.get(json);
    if (number == null) {
      int hash = json.hashCode() & SEEN;
      if (!seen.get(hash)) {
        seen.set(hash);
        return json;
      }
      number = shared.size();
      shared.put(json, number);
    }
    return number.toString();
  }

  /** What lines name by numbers, as a JSON list. */
  String table() {
    return "[" + String.join(",\n", shared.keySet()) + "]";
  }

  /**
   * A value as JSON that may stand in a script element: nothing in it can end the element or begin
   * a comment.
   */
  static String safe(Object value) {
    String json = JsonWriter.canonical(value);
    if (json.indexOf('<') < 0 && json.indexOf('>') < 0 && json.indexOf('&') < 0) {
      return json;
    }
    StringBuilder out = new StringBuilder(json.length() + 64);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      switch (c) {
        case '<' -> out.append("\\u003c");
        case '>' -> out.append("\\u003e");
        case '&' -> out.append("\\u0026");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
