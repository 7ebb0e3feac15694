package io.tenantsmith.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** How a scalar stands in a string. */
final class ScalarText {

  private ScalarText() {}

  static boolean isScalar(Object value) {
    return !(value instanceof Map || value instanceof List);
  }

  static String of(Object scalar) {
    return scalar instanceof BigDecimal number ? number.toPlainString() : scalar.toString();
  }
}
