package io.tenantsmith.inspection;

/** Finds names in a text. */
final class NameInText {

  private NameInText() {}

  static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  }

  /** The end of the word that begins there; a dot after it does not belong to it. */
  static int end(String text, int start) {
    int end = start;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    while (end > start && text.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }
}
