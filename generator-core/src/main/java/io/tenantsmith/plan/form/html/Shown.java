package io.tenantsmith.plan.form.html;

import io.tenantsmith.plan.Fate;
import java.util.ArrayList;
import java.util.List;

/** Small parts that stand for texts of others and for what becomes of things. */
final class Shown {

  private Shown() {}

  /** A text of somebody else, kept apart from the direction of what stands around it. */
  static Element text(String text) {
    return Element.of("bdi", marked(text));
  }

  /** The same as code. */
  static Element code(String text) {
    return Element.of("code", text(text));
  }

  /** A path of a field, which breaks between its steps where it has to. */
  static Element path(String path) {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < path.length(); i++) {
      if (path.charAt(i) == '.' || path.charAt(i) == '[') {
        parts.addAll(marked(path.substring(start, i)));
        parts.add(Element.of("wbr"));
        start = i;
      }
    }
    parts.addAll(marked(path.substring(start)));
    return Element.of("code", Element.of("bdi", parts));
  }

  /** Lines as they are. */
  static Element lines(String text) {
    return Element.of("pre", text(text));
  }

  /** What becomes of something: a sign for the eye, a word for the ear. */
  static Element sign(Fate fate) {
    return Element.of("span.sign." + fate.label(), fate.sign()).having("title", fate.label());
  }

  /** Words that are ours and stand back. */
  static Element quiet(String words) {
    return Element.of("span.quiet", words);
  }

  static Words words(String words) {
    return new Words(words);
  }

  /** A cell at the head of a column. */
  static Element column(String words) {
    return Element.of("th", words).having("scope", "col");
  }

  /** What is not printable stands out, so that nobody takes it for the text itself. */
  private static List<Part> marked(String text) {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int odd = Words.firstOdd(text, start);
      if (odd > start) {
        parts.add(new Words(text.substring(start, odd)));
      }
      start = odd;
      if (odd < text.length()) {
        start = odd + Character.charCount(text.codePointAt(odd));
        parts.add(Element.of("span.odd", text.substring(odd, start)));
      }
    }
    return parts;
  }
}
