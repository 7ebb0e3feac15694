package io.tenantsmith.inspection;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A quantity of Kubernetes.
 *
 * @param milli thousandths of a core, of a byte or of a piece
 */
record Amount(BigDecimal milli) implements Comparable<Amount> {

  static final Amount ZERO = new Amount(BigDecimal.ZERO);

  private static final Pattern FORM =
      Pattern.compile("([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(m|[kMGTPE]|[KMGTPE]i|[eE][0-9]{1,2})?");
  private static final List<String> DECIMAL = List.of("", "k", "M", "G", "T", "P", "E");
  private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

  /** That of a value; null if it is none. */
  static @Nullable Amount of(Node node) {
    if (node.value() instanceof Number number) {
      return new Amount(new BigDecimal(number.toString()).movePointRight(3));
    }
    Matcher matcher = FORM.matcher(node.text());
    if (!matcher.matches()) {
      return null;
    }
    return new Amount(new BigDecimal(matcher.group(1)).multiply(factor(matcher.group(2))));
  }

  /** A whole number. */
  static Amount of(long number) {
    return new Amount(BigDecimal.valueOf(number).movePointRight(3));
  }

  Amount plus(Amount other) {
    return new Amount(milli.add(other.milli));
  }

  Amount times(long count) {
    return new Amount(milli.multiply(BigDecimal.valueOf(count)));
  }

  /** How it is written as an amount of cpu or a number. */
  String decimal() {
    BigDecimal whole = milli.movePointLeft(3).stripTrailingZeros();
    return whole.scale() > 0 ? plain(milli) + "m" : plain(whole);
  }

  /** How it is written as an amount of memory or storage. */
  String binary() {
    BigDecimal bytes = milli.movePointLeft(3).stripTrailingZeros();
    return bytes.scale() > 0 ? plain(milli) + "m" : largest(bytes, 1024, BINARY);
  }

  @Override
  public int compareTo(Amount other) {
    return milli.compareTo(other.milli);
  }

  /**
   * The one text of this amount that an API server keeps; the unit's base is that of the text as it
   * stands.
   */
  static @Nullable String canonical(Node node) {
    Amount amount = of(node);
    if (amount == null) {
      return null;
    }
    BigDecimal number = amount.milli.movePointLeft(3).stripTrailingZeros();
    boolean small = number.compareTo(BigDecimal.valueOf(1024)) < 0;
    if (node.text().endsWith("i") && !small) {
      return number.scale() > 0 ? null : largest(number, 1024, BINARY);
    }
    if (node.text().matches(".*[eE][0-9]{1,2}")) {
      return null;
    }
    return number.scale() > 0 ? plain(amount.milli) + "m" : largest(number, 1000, DECIMAL);
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
