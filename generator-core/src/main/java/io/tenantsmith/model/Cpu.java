package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount of processor time, in thousandths of a core.
 *
 * @param milli thousandths of a core, 1 or more
 */
public record Cpu(long milli) implements Comparable<Cpu> {

  private static final Pattern FORM = Pattern.compile("[0-9]{1,7}(\\.[0-9]{1,3})?m?");
  private static final String HINT = "write cores or thousandths, for instance 2, 0.5 or 500m";

  /** Reads cores ({@code 2}, {@code 0.5}) or thousandths ({@code 500m}). */
  public static Checked<Cpu> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Checked.refused(Quoted.quote(text) + " is not an amount of cpu", HINT);
    }
    boolean thousandths = text.endsWith("m");
    BigDecimal number = new BigDecimal(thousandths ? text.substring(0, text.length() - 1) : text);
    BigDecimal milli = thousandths ? number : number.movePointRight(3);
    if (milli.stripTrailingZeros().scale() > 0 || milli.signum() == 0) {
      return Checked.refused(
          Quoted.quote(text) + " is not a whole number of thousandths of a core above 0", HINT);
    }
    return Checked.ok(new Cpu(milli.longValueExact()));
  }

  /** The one text of this amount, as the API server keeps it: {@code 2}, {@code 1500m}. */
  public String text() {
    return milli % 1000 == 0 ? Long.toString(milli / 1000) : milli + "m";
  }

  @Override
  public int compareTo(Cpu other) {
    return Long.compare(milli, other.milli);
  }

  @Override
  public String toString() {
    return text();
  }
}
