package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Address ranges in CIDR notation, of IPv4 and IPv6, each in its one canonical text. */
public final class AddressRange {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]{2,39})/([0-9]{1,3})");

  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]{2,39}");

  private AddressRange() {}

  /** Checks a text that may also be one address; its value is a range. */
  public static Checked<String> ofAddress(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return check(text);
    }
    byte[] address = bytes(text);
    if (address == null) {
      return Checked.refused(
          Quoted.quote(text) + " is not an address",
          "write an address such as 169.254.20.10, or a range such as 10.0.0.0/29");
    }
    String canonical = canonical(address);
    return canonical.equals(text)
        ? Checked.ok(text + "/" + address.length * 8)
        : Checked.refused(
            Quoted.quote(text) + " is not how this address is written", "write " + canonical);
  }

  /** Whether two ranges have an address in common. */
  public static boolean overlap(String one, String other) {
    byte[] a = first(one);
    byte[] b = first(other);
    if (a.length != b.length) {
      return false;
    }
    int shorter = Math.min(length(one), length(other));
    return Arrays.equals(firstOf(a, shorter), firstOf(b, shorter));
  }

  /** Whether every address of the other range is in a range. */
  public static boolean contains(String range, String other) {
    return overlap(range, other) && length(range) <= length(other);
  }

  private static byte[] first(String range) {
    byte[] address = bytes(range.substring(0, range.indexOf('/')));
    if (address == null) {
      throw new IllegalArgumentException(range + " was not checked");
    }
    return address;
  }

  private static int length(String range) {
    return Integer.parseInt(range.substring(range.indexOf('/') + 1));
  }

  /** Checks a text; the address must be the first of its range. */
  public static Checked<String> check(String text) {
    Matcher matcher = FORM.matcher(text);
    byte[] address = matcher.matches() ? bytes(matcher.group(1)) : null;
    if (address == null || Integer.parseInt(matcher.group(2)) > address.length * 8) {
      return Checked.refused(
          Quoted.quote(text) + " is not an address range",
          "write address/length, for instance 10.64.0.0/12 or fd00::/8");
    }
    int length = Integer.parseInt(matcher.group(2));
    String canonical = canonical(firstOf(address, length)) + "/" + length;
    return canonical.equals(text)
        ? Checked.ok(text)
        : Checked.refused(
            Quoted.quote(text) + " is not how this range is written", "write " + canonical);
  }

  private static byte @Nullable [] bytes(String text) {
    return text.indexOf(':') >= 0 ? six(text) : four(text);
  }

  private static byte @Nullable [] four(String text) {
    String[] parts = text.split("\\.", -1);
    byte[] bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      int part = Integer.parseInt(parts[i]);
      if (part > 255 || (parts[i].length() > 1 && parts[i].startsWith("0"))) {
        return null;
      }
      bytes[i] = (byte) part;
    }
    return bytes;
  }

  private static byte @Nullable [] six(String text) {
    try {
      // Text of hexadecimal digits with a colon is never looked up as a name.
      InetAddress address = InetAddress.getByName(text);
      return address instanceof Inet6Address ? address.getAddress() : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static byte[] firstOf(byte[] address, int length) {
    byte[] first = Arrays.copyOf(address, address.length);
    for (int bit = length; bit < first.length * 8; bit++) {
      first[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
    }
    return first;
  }

  private static String canonical(byte[] address) {
    StringBuilder out = new StringBuilder();
    if (address.length == 4) {
      for (byte part : address) {
        out.append(out.isEmpty() ? "" : ".").append(part & 0xFF);
      }
      return out.toString();
    }
    return six(address);
  }

  /** RFC 5952: lower case, no leading zeros, the first longest run of two or more zeros cut. */
  private static String six(byte[] address) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (address[2 * i] & 0xFF) << 8 | (address[2 * i + 1] & 0xFF);
    }
    int[] run = longestZeros(groups);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (run[1] > 1 && i == run[0]) {
        out.append("::");
        i += run[1] - 1;
      } else {
        boolean first = out.isEmpty() || out.charAt(out.length() - 1) == ':';
        out.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString();
  }

  private static int[] longestZeros(int[] groups) {
    int[] best = {0, 0};
    int start = 0;
    for (int i = 0; i <= groups.length; i++) {
      if (i == groups.length || groups[i] != 0) {
        if (i - start > best[1]) {
          best = new int[] {start, i - start};
        }
        start = i + 1;
      }
    }
    return best;
  }
}
