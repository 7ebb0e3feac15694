package io.tenantsmith.inspection;

import io.tenantsmith.model.Regions;
import java.nio.charset.StandardCharsets;

/** Finds in one pass what rules look for in a text; most texts hold none of it. */
final class TextScan {

  private static final String QUERIED = "namespace";

  private final String text;
  private final String prefix;
  private final int rare;
  private int traits;
  private int lineStart;
  private boolean named;

  private TextScan(String text, String prefix) {
    this.text = text;
    this.prefix = prefix;
    this.rare = rare(prefix);
  }

  /** Characters that call for a closer look, by their number. */
  static boolean[] triggers(String prefix) {
    boolean[] triggers = new boolean[128];
    for (char c : "$@.=!:\nP-".toCharArray()) {
      triggers[c] = true;
    }
    if (!prefix.isEmpty()) {
      triggers[prefix.charAt(rare(prefix))] = true;
    }
    return triggers;
  }

  /** The position of a prefix's rarest character; a prefix holds only letters, digits and "-". */
  private static int rare(String prefix) {
    return Math.max(0, prefix.indexOf('-'));
  }

  /**
   * The traits of a text.
   *
   * @param prefix prefix of tenants' namespaces
   */
  static int of(String text, String prefix, boolean[] triggers) {
    TextScan scan = new TextScan(text, prefix);
    scan.all(triggers);
    return scan.traits;
  }

  private void all(boolean[] triggers) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length == text.length()) {
      all(bytes, triggers);
      return;
    }
    // A pair of surrogates became one byte.
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < triggers.length && triggers[c]) {
        look(c, i);
      }
    }
  }

  /** Scans all bytes, which is much faster than a loop over characters. */
  private void all(byte[] bytes, boolean[] triggers) {
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b > 0 && triggers[b]) {
        look((char) b, i);
      }
    }
  }

  private void look(char c, int at) {
    if (!prefix.isEmpty() && c == prefix.charAt(rare)) {
      neighbour(at - rare);
    }
    switch (c) {
      case '$' -> found(Trait.DOLLAR, text.startsWith("${", at));
      case 'P' -> found(Trait.PRIVATE_KEY, text.startsWith(SecretText.PRIVATE_KEY, at));
      case '.' -> found(Trait.SERVICE, text.startsWith(".svc", at));
      case '@' -> found(Trait.LOGIN, text.lastIndexOf("://", at) >= 0);
      case '\n' -> {
        lineStart = at + 1;
        named = false;
      }
      case '=', '!' -> {
        query(at);
        assignment(at);
      }
      case ':' -> assignment(at);
      case '-' -> found(Trait.REGION, Regions.mayBeAt(text, at));
      default -> {}
    }
  }

  private void found(Trait trait, boolean isThere) {
    if (isThere) {
      traits |= trait.bit();
    }
  }

  private void neighbour(int at) {
    boolean there = text.startsWith(prefix, at);
    found(Trait.NEIGHBOUR, there && (at == 0 || !NameInText.isPart(text.charAt(at - 1))));
  }

  private void query(int at) {
    int end = at;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    found(Trait.QUERY, text.startsWith(QUERIED, end - QUERIED.length()));
  }

  /** Checks an assignment: a line's first sign ends a name. */
  private void assignment(int at) {
    if (!named && text.charAt(at) != '!') {
      named = true;
      int end = text.indexOf('\n', at);
      boolean can = SecretText.canEndSecret(text, lineStart, at);
      found(
          Trait.ASSIGNMENT,
          can
              && !SecretText.assigned(text.substring(lineStart, end < 0 ? text.length() : end))
                  .isEmpty());
    }
  }
}
