package io.tenantsmith.plan.form.html;

import io.tenantsmith.plan.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

/** What tenants request and pay, before and after. */
final class AmountTable {

  private static final BigDecimal STEP = BigDecimal.valueOf(1024);
  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

  private AmountTable() {}

  static Element of(String caption, Amounts before, Amounts after) {
    List<Part> rows = new ArrayList<>();
    rows.add(row("Objects", before.objects(), after.objects(), AmountTable::plain));
    rows.add(row("CPU, cores", before.cpuMillis(), after.cpuMillis(), AmountTable::cores));
    rows.add(row("Memory", before.memoryBytes(), after.memoryBytes(), AmountTable::bytes));
    rows.add(row("Storage", before.storageBytes(), after.storageBytes(), AmountTable::bytes));
    TreeSet<String> currencies = new TreeSet<>(before.monthly().keySet());
    currencies.addAll(after.monthly().keySet());
    for (String currency : currencies) {
      rows.add(
          row(
              "Base price, " + currency + " a month",
              before.monthly().getOrDefault(currency, BigDecimal.ZERO),
              after.monthly().getOrDefault(currency, BigDecimal.ZERO),
              AmountTable::price));
    }
    Element head =
        Element.of(
            "tr",
            Shown.column("Amount"),
            number("th", "Before").having("scope", "col"),
            number("th", "After").having("scope", "col"),
            number("th", "Difference").having("scope", "col"));
    return Element.of(
        "table.amounts",
        Element.of("caption", caption),
        Element.of("thead", head),
        Element.of("tbody", rows));
  }

  private static Element row(
      String what, long before, long after, Function<BigDecimal, String> text) {
    return row(what, BigDecimal.valueOf(before), BigDecimal.valueOf(after), text);
  }

  private static Element row(
      String what, BigDecimal before, BigDecimal after, Function<BigDecimal, String> text) {
    int sign = after.compareTo(before);
    String less = sign > 0 ? "+" : "\u2212";
    String difference = sign == 0 ? "0" : less + text.apply(after.subtract(before).abs());
    return Element.of(
        "tr",
        Element.of("th", what).having("scope", "row"),
        number("td", text.apply(before)),
        number("td", text.apply(after)),
        number(sign == 0 ? "td.quiet" : "td", difference));
  }

  private static Element number(String name, String text) {
    return Element.of(name + ".number", text);
  }

  /** A base price. */
  static String price(BigDecimal price) {
    return String.format(Locale.ROOT, "%,.2f", price);
  }

  private static String plain(BigDecimal number) {
    return String.format(Locale.ROOT, "%,d", number.longValueExact());
  }

  private static String cores(BigDecimal millis) {
    return grouped(millis.movePointLeft(3));
  }

  /** In the largest unit that leaves a number of at least one, rounded to hundredths. */
  private static String bytes(BigDecimal bytes) {
    BigDecimal left = bytes;
    int unit = 0;
    while (left.compareTo(STEP) >= 0 && unit < UNITS.size() - 1) {
      left = left.divide(STEP);
      unit++;
    }
    return grouped(left.setScale(2, RoundingMode.HALF_UP)) + " " + UNITS.get(unit);
  }

  private static String grouped(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    int digits = Math.max(0, stripped.scale());
    return String.format(Locale.ROOT, "%,." + digits + "f", stripped);
  }
}
