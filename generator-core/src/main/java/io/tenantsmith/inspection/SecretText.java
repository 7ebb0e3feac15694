package io.tenantsmith.inspection;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Distinguishes text that looks like a secret from text that only mentions one. */
final class SecretText {

  /** The endings of a secret's name, without separators of words. */
  private static final List<String> ENDINGS =
      List.of(
          "password",
          "passwd",
          "pwd",
          "passphrase",
          "secret",
          "token",
          "apikey",
          "privatekey",
          "accesskey",
          "secretkey",
          "authkey",
          "credentials");

  /** The ending of a private key's first line. */
  static final String PRIVATE_KEY = "PRIVATE KEY-----";

  /** What parts the scheme of an address from the rest. */
  private static final String AUTHORITY = "://";

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[-_. ]");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_. -]{1,60}");

  private SecretText() {}

  static boolean isSecretName(String name) {
    if (!canEndSecret(name, 0, name.length())) {
      return false;
    }
    String plain = BETWEEN_WORDS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    for (String ending : ENDINGS) {
      if (plain.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a name with these last two letters, in lower case, can be a secret's; most names need
   * no closer look.
   */
  private static boolean canEndSecret(int last, int before) {
    return switch (last) {
      case 'd' -> before == 'r' || before == 'w';
      case 'n', 't', 'y' -> before == 'e';
      case 'e' -> before == 's';
      case 's' -> before == 'l';
      default -> false;
    };
  }

  /** Whether it is a literal value: not a path, a switch, a tag, a variable or a placeholder. */
  static boolean isLiteral(String value) {
    String text = unquoted(value.trim());
    return !text.isEmpty()
        && "/!$<{(*".indexOf(text.charAt(0)) < 0
        && text.indexOf('(') < 0
        && !List.of("true", "false", "null", "on", "off", "yes", "no").contains(text);
  }

  /** Whether it holds {@code https://user:password@host} and the password is not a variable. */
  static boolean holdsLogin(String text) {
    for (int at = text.indexOf(AUTHORITY); at >= 0; at = text.indexOf(AUTHORITY, at + 1)) {
      if (endsScheme(text, at) && isLiteral(password(text, at + AUTHORITY.length()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a scheme ends there: a letter, and perhaps digits and signs behind it. */
  private static boolean endsScheme(String text, int end) {
    for (int i = end - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        return true;
      }
      if ((c < '0' || c > '9') && "+.-".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }

  /** The password of an address whose user begins there; empty if it has none. */
  private static String password(String text, int start) {
    int colon = endOf(text, start, true);
    if (colon == text.length() || text.charAt(colon) != ':') {
      return "";
    }
    int end = endOf(text, colon + 1, false);
    return end < text.length() && text.charAt(end) == '@' ? text.substring(colon + 1, end) : "";
  }

  /** Where a user or a password ends: a password may hold a colon. */
  private static int endOf(String text, int start, boolean atColon) {
    int end = start;
    while (end < text.length() && !ends(text.charAt(end), atColon)) {
      end++;
    }
    return end;
  }

  private static boolean ends(char c, boolean atColon) {
    return switch (c) {
      case ' ', '\t', '\n', '\u000b', '\f', '\r', '/', '@', '"', '\'' -> true;
      case ':' -> atColon;
      default -> false;
    };
  }

  /** The name in {@code --name=value} if that is a secret; else empty. */
  static String assignedOption(String text) {
    return assigned(text.startsWith("--") ? text.substring(2) : text);
  }

  /** The first name to which a line of a longer text assigns a secret; else empty. */
  static String assignedLine(String text) {
    if (text.indexOf('\n') < 0) {
      return "";
    }
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String name = assigned(text.substring(start, end));
      if (!name.isEmpty()) {
        return name;
      }
      start = end + 1;
    }
    return "";
  }

  /** Whether a name that ends there can be one, at a glance: for texts of many lines. */
  static boolean canEndSecret(String text, int start, int end) {
    int last = end - 1;
    while (last > start && " \"'".indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last > start && canEndSecret(text.charAt(last) | 0x20, text.charAt(last - 1) | 0x20);
  }

  /** The name to which a line assigns a secret; else empty. */
  static String assigned(String line) {
    int equals = line.indexOf('=');
    int colon = line.indexOf(':');
    int sign = equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
    if (sign <= 0) {
      return "";
    }
    String name = unquoted(line.substring(0, sign).trim());
    boolean secret = isSecretName(name) && NAME.matcher(name).matches();
    return secret && isLiteral(withoutEnd(line.substring(sign + 1))) ? name : "";
  }

  private static String withoutEnd(String value) {
    String text = value.trim();
    return text.endsWith(",") || text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && "\"'".indexOf(text.charAt(0)) >= 0;
    return quoted && text.charAt(0) == text.charAt(text.length() - 1)
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
