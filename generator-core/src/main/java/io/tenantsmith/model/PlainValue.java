package io.tenantsmith.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Values as maps, lists and texts: equal for values that mean the same, wherever they stand. */
public final class PlainValue {

  private PlainValue() {}

  /** A value of the model without places. */
  public static Object of(Object value) {
    if (value instanceof Sourced<?> sourced) {
      return of(sourced.value());
    }
    if (value instanceof Optional<?> optional) {
      return optional.<Object>map(PlainValue::of).orElse(List.of());
    }
    if (value instanceof List<?> list) {
      return list.stream().map(PlainValue::of).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, item) -> sorted.put(String.valueOf(key), of(item)));
      return sorted;
    }
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value.toString();
  }

  /** Whether two values mean the same. */
  public static boolean isSame(Object one, Object other) {
    return one.equals(other) || of(one).equals(of(other));
  }
}
