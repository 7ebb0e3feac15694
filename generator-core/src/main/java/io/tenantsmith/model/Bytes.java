package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of memory or storage.
 *
 * @param count bytes, 1 or more
 */
public record Bytes(long count) implements Comparable<Bytes> {

  /** One mebibyte. */
  public static final long MI = 1L << 20;

  /** One gibibyte. */
  public static final long GI = 1L << 30;

  private static final long MAX = 1L << 53;
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,15})(\\.[0-9]{1,9})?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)");
  private static final List<String> BINARY = List.of("Ki", "Mi", "Gi", "Ti", "Pi");
  private static final List<String> DECIMAL = List.of("k", "M", "G", "T", "P");
  private static final String HINT = "write a number with a unit, for instance 512Mi or 8Gi";

  /** Reads a Kubernetes quantity with a unit; a bare number of bytes is taken for a mistake. */
  public static Checked<Bytes> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Checked.refused(
          Quoted.quote(text) + " is not an amount of memory or storage", hintFor(text));
    }
    BigDecimal number =
        new BigDecimal(matcher.group(1) + (matcher.group(2) == null ? "" : matcher.group(2)));
    BigDecimal bytes = number.multiply(BigDecimal.valueOf(factor(matcher.group(3))));
    if (bytes.signum() == 0 || bytes.compareTo(BigDecimal.valueOf(MAX)) > 0) {
      return Checked.refused(Quoted.quote(text) + " is outside 1 byte to 8Pi", HINT);
    }
    if (bytes.stripTrailingZeros().scale() > 0) {
      return Checked.refused(Quoted.quote(text) + " is not a whole number of bytes", HINT);
    }
    return Checked.ok(new Bytes(bytes.longValueExact()));
  }

  /** A whole number of gibibytes. */
  public static Bytes ofGibi(long count) {
    return new Bytes(count * GI);
  }

  /** A whole number of mebibytes. */
  public static Bytes ofMebi(long count) {
    return new Bytes(count * MI);
  }

  /**
   * The one text of this amount, as the API server keeps it: the largest binary unit that gives a
   * whole number; a decimal unit or plain bytes only where no binary unit does.
   */
  public String text() {
    String binary = scaled(1024, BINARY);
    if (binary != null) {
      return binary;
    }
    String decimal = scaled(1000, DECIMAL);
    return decimal != null ? decimal : Long.toString(count);
  }

  @Override
  public int compareTo(Bytes other) {
    return Long.compare(count, other.count);
  }

  @Override
  public String toString() {
    return text();
  }

  private @Nullable String scaled(long step, List<String> units) {
    long rest = count;
    int unit = -1;
    while (unit + 1 < units.size() && rest % step == 0) {
      rest /= step;
      unit++;
    }
    return unit < 0 ? null : rest + units.get(unit);
  }

  private static long factor(String unit) {
    long step = BINARY.contains(unit) ? 1024 : 1000;
    int power = (BINARY.contains(unit) ? BINARY : DECIMAL).indexOf(unit) + 1;
    long factor = 1;
    for (int i = 0; i < power; i++) {
      factor *= step;
    }
    return factor;
  }

  private static String hintFor(String text) {
    Matcher slip = Pattern.compile("([0-9]{1,9})(m|mi|gi|MB|GB|mb|gb)").matcher(text);
    if (!slip.matches()) {
      return HINT;
    }
    boolean giga = slip.group(2).startsWith("g") || slip.group(2).startsWith("G");
    return "did you mean " + slip.group(1) + (giga ? "Gi" : "Mi") + "?";
  }
}
