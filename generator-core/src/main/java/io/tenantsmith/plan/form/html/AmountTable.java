package io.tenantsmith.plan.form.html;

import io.tenantsmith.plan.Amounts;
import io.tenantsmith.plan.form.AmountPhrase;
import io.tenantsmith.plan.form.Counted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongFunction;

/** What tenants request and pay, before and after. */
final class AmountTable {

  private AmountTable() {}

  static Element of(String caption, Amounts before, Amounts after) {
    List<Part> rows = new ArrayList<>();
    rows.add(row("Objects", before.objects(), after.objects(), Counted::of));
    rows.add(row("CPU, cores", before.cpuMillis(), after.cpuMillis(), AmountPhrase::cpu));
    rows.add(bytes("Memory", before.memoryBytes(), after.memoryBytes()));
    rows.add(bytes("Storage", before.storageBytes(), after.storageBytes()));
    TreeSet<String> currencies = new TreeSet<>(before.monthly().keySet());
    currencies.addAll(after.monthly().keySet());
    for (String currency : currencies) {
      rows.add(
          row(
              "Base price, " + currency + " a month",
              before.monthly().getOrDefault(currency, BigDecimal.ZERO),
              after.monthly().getOrDefault(currency, BigDecimal.ZERO),
              AmountPhrase::number));
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

  private static Element bytes(String what, long before, long after) {
    return row(what, before, after, AmountPhrase.bytesOf(before, after));
  }

  private static Element row(String what, long before, long after, LongFunction<String> text) {
    return row(
        what,
        BigDecimal.valueOf(before),
        BigDecimal.valueOf(after),
        number -> text.apply(number.longValueExact()));
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
}
