package io.tenantsmith.plan.form.html;

import java.util.Set;

/** Parts as HTML. */
final class Markup {

  private static final Set<String> EMPTY = Set.of("input", "meta", "link", "wbr");

  /** After these a line feed changes nothing that is seen; sources stay readable. */
  private static final Set<String> BLOCKS =
      Set.of(
          "article", "aside", "caption", "dd", "details", "div", "dl", "dt", "footer", "form", "h1",
          "h2", "h3", "h4", "h5", "header", "li", "link", "main", "meta", "ol", "option", "p",
          "pre", "section", "summary", "table", "tbody", "thead", "title", "tr", "ul");

  private final StringBuilder out;

  Markup(StringBuilder out) {
    this.out = out;
  }

  void write(Part part) {
    if (part instanceof Words words) {
      escape(words.text());
    } else {
      element((Element) part);
    }
  }

  private void element(Element element) {
    String tag = element.tag();
    out.append('<').append(tag);
    if (!element.classes().isEmpty()) {
      attribute("class", element.classes());
    }
    element.attributes().forEach(this::attribute);
    out.append('>');
    if (!EMPTY.contains(tag)) {
      element.parts().forEach(this::write);
      out.append("</").append(tag).append('>');
    }
    if (BLOCKS.contains(tag)) {
      out.append('\n');
    }
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value);
    out.append('"');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
