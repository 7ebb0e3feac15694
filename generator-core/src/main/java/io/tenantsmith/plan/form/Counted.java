package io.tenantsmith.plan.form;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Numbers as people read them, the same in every locale. */
public final class Counted {

  /** Of a longer list, so many names are shown. */
  static final int NAMED = 5;

  private Counted() {}

  /** With separators of thousands: {@code 2,988}. */
  public static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 tenant} or {@code 2,988 tenants}. */
  public static String of(long number, String what) {
    return of(number) + " " + what + (number == 1 ? "" : "s");
  }

  /** The first five names and how many more there are: {@code a, b, c, d, e and 2,983 more}. */
  static String names(List<String> names, UnaryOperator<String> shown) {
    return names(names, NAMED, shown);
  }

  /** The first names and how many more there are. */
  static String names(List<String> names, int most, UnaryOperator<String> shown) {
    int more = Math.max(names.size() - most, 0);
    String first =
        String.join(", ", names.subList(0, names.size() - more).stream().map(shown).toList());
    return more == 0 ? first : first + " and " + of(more) + " more";
  }
}
