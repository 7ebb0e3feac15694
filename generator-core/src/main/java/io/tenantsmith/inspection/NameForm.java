package io.tenantsmith.inspection;

import java.util.Locale;

/**
 * The forms of names and labels. Written as loops, since every label of every object is checked.
 */
final class NameForm {

  private static final int LABEL = 63;
  private static final int SUBDOMAIN = 253;

  private NameForm() {}

  /** Whether it is a part of a host name, of any length. */
  static boolean isLabel(String name) {
    return isLabel(name, 0, name.length());
  }

  /** Whether it consists of labels with dots between them. */
  static boolean isSubdomain(String name) {
    int start = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
      if (!isLabel(name, start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    return isLabel(name, start, name.length());
  }

  /** Whether it may be the value of a label; it may be empty. */
  static boolean isLabelValue(String value) {
    int length = value.length();
    if (length == 0) {
      return true;
    }
    if (length > LABEL || !isAlphanumeric(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = value.charAt(i);
      if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return isAlphanumeric(value.charAt(length - 1));
  }

  /** Whether it may be the key of a label: a name, or a domain, a slash and a name. */
  static boolean isLabelKey(String key) {
    int slash = key.indexOf('/');
    return slash + 1 < key.length()
        && isLabelValue(key.substring(slash + 1))
        && (slash < 0 || (slash <= SUBDOMAIN && isSubdomain(key.substring(0, slash))));
  }

  /** Whether it may be the key of an annotation, whose domain may have upper case. */
  static boolean isAnnotationKey(String key) {
    return isLabelKey(key.toLowerCase(Locale.ROOT));
  }

  /** Whether it may be the key of a ConfigMap or Secret, which pods have as the name of a file. */
  static boolean isDataKey(String key) {
    int length = key.length();
    for (int i = 0; i < length; i++) {
      char c = key.charAt(i);
      if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return length > 0 && length <= SUBDOMAIN && !key.equals(".") && !key.startsWith("..");
  }

  private static boolean isLabel(String name, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = name.charAt(i);
      boolean inside = c == '-' && i > start && i < end - 1;
      if (!inside && (!isAlphanumeric(c) || (c >= 'A' && c <= 'Z'))) {
        return false;
      }
    }
    return end > start;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }
}
