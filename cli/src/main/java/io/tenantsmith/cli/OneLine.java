package io.tenantsmith.cli;

import io.tenantsmith.diagnostic.Quoted;

/**
 * Foreign text, such as the message of an exception, as one line without anything that a terminal
 * would interpret.
 */
final class OneLine {

  private OneLine() {}

  /** The text with a space in place of each character that cannot be printed. */
  static String of(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(p -> Quoted.isPrintable(p) ? p : ' ').forEach(out::appendCodePoint);
    return out.toString();
  }
}
