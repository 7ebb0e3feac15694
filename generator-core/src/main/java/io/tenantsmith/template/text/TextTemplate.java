package io.tenantsmith.template.text;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** A template of a folder, compiled when its first text is requested. Thread-safe. */
public final class TextTemplate {

  private final TextTemplates folder;
  private final String name;
  private volatile String last = "";

  TextTemplate(TextTemplates folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /**
   * The text, without the empty lines that tags leave. Most texts are the same for all tenants:
   * they are the same instance, too, by which others recognize what they have looked at.
   */
  public String text(Map<String, Object> context) {
    String known = last;
    if (!known.isEmpty() && folder.isFixed(name)) {
      return known;
    }
    String text = withoutEmptyLines(asWritten(context));
    if (text.equals(known)) {
      return known;
    }
    last = text;
    return text;
  }

  /** The text with every line of it, for files that people read. */
  public String asWritten(Map<String, Object> context) {
    StringWriter text = new StringWriter();
    try {
      folder.compiled(name).evaluate(text, context);
    } catch (IOException e) {
      throw new IllegalStateException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  private static String withoutEmptyLines(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      if (stop > start) {
        // A part as a string of its own is copied at once, a range of a text one by one.
        out.append(text.substring(start, stop)).append('\n');
      }
      start = stop + 1;
    }
    return out.toString();
  }
}
