package io.tenantsmith.surroundings;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hosts that {@code NO_PROXY} takes out: names with all below them, addresses, ranges, each
 * with or without a port, or a star for all.
 */
record ProxyExceptions(String list) {

  private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern PORT = Pattern.compile(".*[^:]:[0-9]+|\\[.*]:[0-9]+");

  boolean hold(String host, int port) {
    String plain = bare(host.toLowerCase(Locale.ROOT));
    return SEPARATOR
        .splitAsStream(list.strip().toLowerCase(Locale.ROOT))
        .anyMatch(entry -> matches(entry, plain, port));
  }

  private static boolean matches(String entry, String host, int port) {
    if (entry.equals("*")) {
      return true;
    }
    String name = entry;
    if (PORT.matcher(entry).matches() && entry.indexOf('/') < 0) {
      int colon = entry.lastIndexOf(':');
      if (!entry.substring(colon + 1).equals(String.valueOf(port))) {
        return false;
      }
      name = entry.substring(0, colon);
    }
    name = bare(name);
    if (LITERAL.matcher(host).matches()) {
      return isInRange(name, host);
    }
    String domain = name.replaceFirst("^\\*?\\.", "");
    return !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain));
  }

  /** Both are literals, so that nothing is looked up. */
  private static boolean isInRange(String range, String address) {
    int slash = range.indexOf('/');
    String base = slash < 0 ? range : range.substring(0, slash);
    if (!LITERAL.matcher(base).matches()) {
      return false;
    }
    try {
      byte[] wanted = InetAddress.getByName(base).getAddress();
      byte[] actual = InetAddress.getByName(address).getAddress();
      int bits = wanted.length * 8;
      int fixed = slash < 0 ? bits : Integer.parseInt(range.substring(slash + 1));
      BigInteger differs = new BigInteger(1, wanted).xor(new BigInteger(1, actual));
      return wanted.length == actual.length && differs.shiftRight(bits - fixed).signum() == 0;
    } catch (UnknownHostException | NumberFormatException e) {
      return false;
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
