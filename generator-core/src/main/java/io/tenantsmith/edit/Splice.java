package io.tenantsmith.edit;

/**
 * A part of a text that is written anew.
 *
 * @param from offset of its first character
 * @param to offset behind its last one
 */
record Splice(int from, int to, String replacement) {

  static final Splice NOTHING = new Splice(0, 0, "");

  static Splice insert(int at, String text) {
    return new Splice(at, at, text);
  }

  String applyTo(String text) {
    return text.substring(0, from) + replacement + text.substring(to);
  }
}
