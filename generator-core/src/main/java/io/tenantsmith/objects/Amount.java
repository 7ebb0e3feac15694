package io.tenantsmith.objects;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A quantity of Kubernetes.
 *
 * @param milli thousandths of a core, of a byte or of a piece; an amount beyond the range of {@code
 *     long} is its largest number
 */
public record Amount(long milli) implements Comparable<Amount> {

  /** No amount at all. */
  public static final Amount ZERO = new Amount(0);

  private static final Pattern FORM =
      Pattern.compile("([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(m|[kMGTPE]|[KMGTPE]i|[eE][0-9]{1,2})?");
  private static final List<String> DECIMAL = List.of("", "k", "M", "G", "T", "P", "E");
  private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

  /** Numbers with more digits may not fit into a long with every unit. */
  private static final int SAFE_DIGITS = 6;

  /** Reads the amount at a place; null if there is none. */
  public static @Nullable Amount of(Node node) {
    if (node.value() instanceof String text) {
      return of(text);
    }
    return node.value() instanceof Number number
        ? of(new BigDecimal(number.toString()).movePointRight(3))
        : null;
  }

  /** The same, zero where there is none or no amount. */
  public static Amount orZero(Node node) {
    Amount stated = of(node);
    return stated == null ? ZERO : stated;
  }

  /** Reads an amount; null if the text is not one. */
  public static @Nullable Amount of(String text) {
    int digits = digits(text);
    long factor = digits == 0 || digits > SAFE_DIGITS ? 0 : smallFactor(text, digits);
    if (factor > 0) {
      return new Amount(number(text, digits) * factor);
    }
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? of(new BigDecimal(matcher.group(1)).multiply(factor(matcher.group(2))))
        : null;
  }

  /** The amount of a whole number. */
  public static Amount of(long number) {
    return new Amount(number * 1000);
  }

  private static Amount of(BigDecimal milli) {
    return new Amount(milli.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue());
  }

  /** The sum; it stays the largest number when it is beyond that. */
  public Amount plus(Amount other) {
    return isSmall(milli) && isSmall(other.milli)
        ? new Amount(milli + other.milli)
        : of(BigDecimal.valueOf(milli).add(BigDecimal.valueOf(other.milli)));
  }

  /** This amount several times; it stays the largest number when it is beyond that. */
  public Amount times(long count) {
    return Math.multiplyHigh(milli, count) == 0 && milli * count >= 0
        ? new Amount(milli * count)
        : of(BigDecimal.valueOf(milli).multiply(BigDecimal.valueOf(count)));
  }

  /** Whether it can be added to another small amount without overflow. */
  private static boolean isSmall(long milli) {
    return milli >= 0 && milli <= Long.MAX_VALUE / 2;
  }

  /** Its text as an amount of cpu or a number. */
  public String decimal() {
    return milli % 1000 == 0 ? Long.toString(milli / 1000) : milli + "m";
  }

  /** Its text as an amount of memory or storage. */
  public String binary() {
    return milli % 1000 == 0 ? withUnit(milli / 1000) : milli + "m";
  }

  /** A whole number with the largest binary unit that leaves it whole. */
  private static String withUnit(long number) {
    long rest = number;
    int unit = 0;
    while (rest != 0 && unit + 1 < BINARY.size() && rest % 1024 == 0) {
      rest /= 1024;
      unit++;
    }
    return rest + BINARY.get(unit);
  }

  @Override
  public int compareTo(Amount other) {
    return Long.compare(milli, other.milli);
  }

  /**
   * Whether an API server keeps a text as it is; decided only for texts that show it at a glance.
   */
  public static boolean isCanonical(String text) {
    int digits = digits(text);
    if (digits == 0 || digits > SAFE_DIGITS || (digits > 1 && text.charAt(0) == '0')) {
      return false;
    }
    long number = number(text, digits);
    return switch (text.substring(digits)) {
      case "" -> number == 0 || number % 1000 != 0;
      case "m", "k", "M", "G", "T" -> number % 1000 != 0;
      case "Ki", "Mi", "Gi", "Ti" -> number % 1024 != 0;
      default -> false;
    };
  }

  /**
   * The one text of an amount that an API server keeps; the unit keeps the base of the current
   * text. Null if it is not an amount, or has a form that nobody needs.
   */
  public static @Nullable String canonical(Node node) {
    String text = String.valueOf(node.value());
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || text.matches(".*[eE][0-9]{1,2}")) {
      return null;
    }
    BigDecimal milli = new BigDecimal(matcher.group(1)).multiply(factor(matcher.group(2)));
    BigDecimal number = milli.movePointLeft(3).stripTrailingZeros();
    if (number.scale() > 0) {
      return milli.stripTrailingZeros().scale() > 0 ? null : plain(milli) + "m";
    }
    boolean binary = text.endsWith("i") && number.compareTo(BigDecimal.valueOf(1024)) >= 0;
    return binary ? largest(number, 1024, BINARY) : largest(number, 1000, DECIMAL);
  }

  private static int digits(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    return digits;
  }

  /** The number in the first digits, which are few. */
  private static long number(String text, int digits) {
    long number = 0;
    for (int i = 0; i < digits; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  /** The factor of the usual units behind the digits; 0 for all others. */
  private static long smallFactor(String text, int digits) {
    int letters = text.length() - digits;
    if (letters == 0) {
      return 1000;
    }
    char unit = text.charAt(digits);
    if (letters == 1) {
      return unit == 'm' ? 1 : 0;
    }
    if (letters > 2 || text.charAt(digits + 1) != 'i') {
      return 0;
    }
    return switch (unit) {
      case 'K' -> 1000L << 10;
      case 'M' -> 1000L << 20;
      case 'G' -> 1000L << 30;
      default -> 0;
    };
  }

  private static String largest(BigDecimal number, int step, List<String> units) {
    BigDecimal rest = number;
    BigDecimal divisor = BigDecimal.valueOf(step);
    int unit = 0;
    while (rest.signum() != 0 && unit + 1 < units.size() && rest.remainder(divisor).signum() == 0) {
      rest = rest.divide(divisor);
      unit++;
    }
    return plain(rest) + units.get(unit);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal factor(@Nullable String unit) {
    if (unit == null) {
      return BigDecimal.valueOf(1000);
    }
    if (unit.equals("m")) {
      return BigDecimal.ONE;
    }
    if (BINARY.contains(unit)) {
      return BigDecimal.valueOf(1024).pow(BINARY.indexOf(unit)).movePointRight(3);
    }
    if (DECIMAL.contains(unit)) {
      return BigDecimal.valueOf(1000).pow(DECIMAL.indexOf(unit) + 1);
    }
    return BigDecimal.TEN.pow(Integer.parseInt(unit.substring(1)) + 3);
  }
}
