package io.tenantsmith.plan.form;

import io.tenantsmith.plan.Amounts;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.FleetPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongFunction;

/** What tenants request and pay, before and after, in a few words. */
public final class AmountPhrase {

  private static final List<String> UNITS = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
  private static final int BINARY = 1024;
  private static final int MILLI = 1000;
  private static final int CENTS = 2;
  private static final int DECIMALS = 3;

  private AmountPhrase() {}

  /** All groups together, in the base. */
  public static Amounts before(FleetPlan plan) {
    return sum(plan, ChangeGroup::before);
  }

  /** All groups together, afterwards. */
  public static Amounts after(FleetPlan plan) {
    return sum(plan, ChangeGroup::after);
  }

  /** What differs: {@code memory 29 Gi -> 43.5 Gi, 1,189.00 EUR/month}; empty if nothing does. */
  static String change(Amounts before, Amounts after) {
    List<String> parts = new ArrayList<>();
    put("cpu", cpu(before.cpuMillis()), cpu(after.cpuMillis()), parts);
    putBytes("memory", before.memoryBytes(), after.memoryBytes(), parts);
    putBytes("storage", before.storageBytes(), after.storageBytes(), parts);
    price(before.monthly(), after.monthly(), parts);
    return String.join(", ", parts);
  }

  /** Each currency by itself: {@code price 1,230.00 -> 1,271.00 EUR/month}. */
  private static void price(
      SortedMap<String, BigDecimal> before,
      SortedMap<String, BigDecimal> after,
      List<String> parts) {
    SortedSet<String> currencies = new TreeSet<>(before.keySet());
    currencies.addAll(after.keySet());
    for (String currency : currencies) {
      String old = number(before.getOrDefault(currency, BigDecimal.ZERO));
      String now = number(after.getOrDefault(currency, BigDecimal.ZERO));
      if (!old.equals(now)) {
        parts.add("price " + old + " -> " + now + " " + currency + "/month");
      }
    }
  }

  /** {@code 41.00 EUR/month}; empty if no price is known. */
  public static String price(SortedMap<String, BigDecimal> monthly) {
    List<String> parts = new ArrayList<>();
    monthly.forEach((currency, price) -> parts.add(number(price) + " " + currency + "/month"));
    return String.join(" + ", parts);
  }

  private static Amounts sum(FleetPlan plan, Function<ChangeGroup, Amounts> side) {
    return plan.groups().stream().map(side).reduce(Amounts.NONE, Amounts::plus);
  }

  private static void put(String what, String before, String after, List<String> parts) {
    if (!before.equals(after)) {
      parts.add(what + " " + before + " -> " + after);
    }
  }

  private static void putBytes(String what, long before, long after, List<String> parts) {
    LongFunction<String> text = bytesOf(before, after);
    put(what, text.apply(before), text.apply(after), parts);
  }

  /** A price with all its decimals, two at least. */
  public static String number(BigDecimal price) {
    BigDecimal exact = price.stripTrailingZeros();
    int scale = Math.max(exact.scale(), CENTS);
    BigDecimal shown = price.setScale(scale, RoundingMode.UNNECESSARY);
    return String.format(Locale.ROOT, "%,." + scale + "f", shown);
  }

  /** Cores, exactly: {@code 12.25}. */
  public static String cpu(long millis) {
    return plain(BigDecimal.valueOf(millis).divide(BigDecimal.valueOf(MILLI)));
  }

  /**
   * Writes two amounts, and what they differ by, in one unit, so that one sees at a glance which is
   * more: the largest that leaves both three decimals or less, so that they are exact.
   */
  public static LongFunction<String> bytesOf(long before, long after) {
    int unit = Math.min(unit(before), unit(after));
    return bytes -> bytes(bytes, unit);
  }

  private static String bytes(long bytes, int unit) {
    return bytes == 0 ? "0" : plain(inUnit(bytes, unit)) + UNITS.get(unit);
  }

  /** The largest unit in which an amount is one or more, and exact; nothing fits all units. */
  private static int unit(long bytes) {
    int unit = UNITS.size() - 1;
    while (unit > 0 && !fits(inUnit(bytes, unit))) {
      unit--;
    }
    return unit;
  }

  private static boolean fits(BigDecimal number) {
    boolean exact = number.stripTrailingZeros().scale() <= DECIMALS;
    return number.signum() == 0 || (exact && number.compareTo(BigDecimal.ONE) >= 0);
  }

  private static BigDecimal inUnit(long bytes, int unit) {
    return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(BINARY).pow(unit));
  }

  private static String plain(BigDecimal number) {
    BigDecimal exact = number.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(exact.scale(), 0) + "f", exact);
  }
}
