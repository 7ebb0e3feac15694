package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A DNS name in its one canonical form: lower case, A-labels, no trailing dot, at least two labels.
 *
 * @param value for instance {@code blog.acme.com} or {@code xn--mller-kva.de}
 */
public record HostName(String value) implements Comparable<HostName> {

  private static final Pattern ADDRESS =
      Pattern.compile("(0x[0-9a-f]+|[0-9]+)(\\.(0x[0-9a-f]+|[0-9]+))*");

  /** Folds case, trailing dot and Unicode forms, then checks. */
  public static Checked<HostName> parse(String text) {
    if (text.startsWith("*.")) {
      return Checked.refused(
          Quoted.quote(text) + " is a wildcard",
          "name each host; a wildcard could take others' hosts");
    }
    String ascii = fold(text);
    if (ascii.isEmpty() || ascii.length() > 253 || ADDRESS.matcher(ascii).matches()) {
      return refused(text);
    }
    String[] labels = ascii.split("\\.", -1);
    for (String label : labels) {
      if (!TenantId.isLabel(label)) {
        return refused(text);
      }
    }
    return labels.length < 2 ? refused(text) : Checked.ok(new HostName(ascii));
  }

  /** Whether this name is below the other, or equal to it. */
  public boolean isWithin(HostName parent) {
    return value.equals(parent.value) || value.endsWith("." + parent.value);
  }

  /** This name with one more label in front. */
  public HostName withPrefix(String label) {
    return new HostName(label + "." + value);
  }

  /** This name without a leading {@code www.}. */
  public HostName withoutWww() {
    return value.startsWith("www.") && value.indexOf('.', 4) > 0
        ? new HostName(value.substring(4))
        : this;
  }

  @Override
  public int compareTo(HostName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static String fold(String text) {
    String trimmed = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (trimmed.length() > 253) {
      return "";
    }
    // The JDK follows IDNA 2003, which maps sharp s and final sigma away and so names another
    // domain.
    if (trimmed.chars().anyMatch(c -> c == 0xDF || c == 0x3C2 || c == 0x200C || c == 0x200D)) {
      return "";
    }
    try {
      return IDN.toASCII(trimmed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Checked<HostName> refused(String text) {
    return Checked.refused(
        Quoted.quote(text) + " is not a host name",
        "write a DNS name of at least two labels without scheme, port, path or \"_\"");
  }
}
