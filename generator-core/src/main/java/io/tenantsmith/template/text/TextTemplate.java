package io.tenantsmith.template.text;

import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** A compiled template. Thread-safe. */
public final class TextTemplate {

  private final PebbleTemplate template;

  TextTemplate(PebbleTemplate template) {
    this.template = template;
  }

  /** The text, without the empty lines that tags leave. */
  public String text(Map<String, Object> context) {
    StringWriter text = new StringWriter();
    try {
      template.evaluate(text, context);
    } catch (IOException e) {
      throw new IllegalStateException("a StringWriter does not fail", e);
    }
    return withoutEmptyLines(text.toString());
  }

  private static String withoutEmptyLines(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      if (stop > start) {
        out.append(text, start, stop).append('\n');
      }
      start = stop + 1;
    }
    return out.toString();
  }
}
