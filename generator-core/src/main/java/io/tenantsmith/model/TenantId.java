package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;

/**
 * The id of a tenant: a DNS label of 1 to 40 ASCII characters, lower case. File name, namespace,
 * slugs and names of objects are made from it, so nothing else may be in it.
 */
public record TenantId(String value) implements Comparable<TenantId> {

  /** Length of the longest id, so that every name made from it stays below 63 characters. */
  public static final int MAX_LENGTH = 40;

  /** Checks a text. */
  public static Checked<TenantId> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Checked.refused(
          "tenant id " + Quoted.quote(text) + " has " + text.length() + " characters",
          "use at most " + MAX_LENGTH + ": names of Kubernetes objects are made of it");
    }
    if (!isLabel(text)) {
      return Checked.refused(
          Quoted.quote(text) + " is not a tenant id",
          "use a-z, 0-9 and \"-\", beginning and ending with a letter or digit");
    }
    return Checked.ok(new TenantId(text));
  }

  /** Whether a text is a DNS label in lower case, of any length up to 63. */
  static boolean isLabel(String text) {
    return !text.isEmpty()
        && text.length() <= 63
        && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
        && text.charAt(0) != '-'
        && text.charAt(text.length() - 1) != '-';
  }

  @Override
  public int compareTo(TenantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
