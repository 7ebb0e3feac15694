package io.tenantsmith.plan.form.html;

import io.tenantsmith.diagnostic.Quoted;

/**
 * Text of a page. What is not printable is visible from the start, for instance {@code \\u{202E}},
 * so that no text can hide or turn around what stands beside it; line feeds and tabs stay.
 */
record Words(String text) implements Part {

  Words {
    text = visible(text);
  }

  /** The text with what is not printable as its escape. */
  static String visible(String text) {
    int odd = firstOdd(text, 0);
    if (odd == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, odd);
    for (int i = odd; i < text.length(); ) {
      int point = text.codePointAt(i);
      out.append(
          isKept(point) ? Character.toString(point) : Quoted.line(Character.toString(point)));
      i += Character.charCount(point);
    }
    return out.toString();
  }

  /** Where the first code point stands that is not kept as it is; the end if there is none. */
  static int firstOdd(String text, int start) {
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' && c < 0x7f;
      int point = plain ? c : text.codePointAt(i);
      if (!plain && !isKept(point)) {
        return i;
      }
      i += Character.charCount(point);
    }
    return i;
  }

  private static boolean isKept(int point) {
    return point == '\n' || point == '\t' || Quoted.isPrintable(point);
  }
}
