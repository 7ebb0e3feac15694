package io.tenantsmith.yaml;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A text with its values in double quotes taken out. Texts of one template hardly differ in
 * anything else, and what is between double quotes on one line cannot change how the rest is read.
 * What looks like such a value need not be one, in a comment or a block for instance: who has read
 * the shape sees whether every mark came back as a string.
 *
 * @param shape the text; each string is its number behind a mark
 * @param strings what was taken out
 */
record QuotedStrings(String shape, List<String> strings) {

  /** Begins a number; a character of private use, which our quoted text never holds. */
  static final char MARK = '\ue000';

  private static final String ESCAPED = "\"\\ntr";
  private static final String MEANT = "\"\\\n\t\r";

  /** Copies the strings. */
  QuotedStrings {
    strings = List.copyOf(strings);
  }

  /** Takes a text to pieces. */
  static QuotedStrings of(String text) {
    StringBuilder shape = new StringBuilder(text.length());
    List<String> strings = new ArrayList<>();
    int copied = 0;
    for (int open = text.indexOf('"'); open >= 0; open = text.indexOf('"', open + 1)) {
      int close = mayBegin(text, open) ? close(text, open) : -1;
      if (close > 0) {
        shape.append(text.substring(copied, open + 1)).append(MARK).append(strings.size());
        strings.add(meant(text, open + 1, close));
        copied = close;
        open = close;
      }
    }
    return new QuotedStrings(shape.append(text.substring(copied)).toString(), strings);
  }

  /** Whether it follows a space or a bracket, as values do. */
  private static boolean mayBegin(String text, int open) {
    return open > 0 && (text.charAt(open - 1) == ' ' || text.charAt(open - 1) == '[');
  }

  /** Where the closing quote is; -1 if another reader is needed to say what that is. */
  private static int close(String text, int open) {
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i + 1 == text.length() || "\n,]".indexOf(text.charAt(i + 1)) >= 0 ? i : -1;
      }
      if (c == '\\') {
        i = lastOfEscape(text, i);
      }
      if (i < 0 || !isItself(c)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isItself(char c) {
    return (c >= ' ' && c < 0x7f)
        || (c > 0xa0 && c < Character.MIN_SURROGATE && c != '\u2028' && c != '\u2029');
  }

  /** The last character of an escape that {@link QuotedText} writes; -1 for any other. */
  private static int lastOfEscape(String text, int backslash) {
    if (backslash + 1 == text.length()) {
      return -1;
    }
    char kind = text.charAt(backslash + 1);
    if (ESCAPED.indexOf(kind) >= 0) {
      return backslash + 1;
    }
    int last = backslash + 1 + digits(kind);
    if (last == backslash + 1 || last >= text.length()) {
      return -1;
    }
    for (int i = backslash + 2; i <= last; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return -1;
      }
    }
    return Character.isValidCodePoint(codePoint(text, backslash + 2, last + 1)) ? last : -1;
  }

  private static int digits(char kind) {
    return kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  }

  private static int codePoint(String text, int start, int end) {
    return HexFormat.fromHexDigits(text, start, end);
  }

  private static String meant(String text, int start, int end) {
    String string = text.substring(start, end);
    if (string.indexOf('\\') < 0) {
      return string;
    }
    StringBuilder meant = new StringBuilder();
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        meant.append(c);
        continue;
      }
      char kind = text.charAt(++i);
      int plain = ESCAPED.indexOf(kind);
      if (plain >= 0) {
        meant.append(MEANT.charAt(plain));
      } else {
        meant.appendCodePoint(codePoint(text, i + 1, i + 1 + digits(kind)));
        i += digits(kind);
      }
    }
    return meant.toString();
  }
}
