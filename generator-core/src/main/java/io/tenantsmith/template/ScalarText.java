package io.tenantsmith.template;

import io.tenantsmith.yaml.PlainText;
import io.tenantsmith.yaml.QuotedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** How a scalar is written in a string. */
final class ScalarText {

  private ScalarText() {}

  static boolean isScalar(Object value) {
    return !(value instanceof Map || value instanceof List);
  }

  /**
   * The scalar as the writer writes it on one line anywhere; empty if that depends on the place.
   */
  static String word(Object value) {
    if (value instanceof String text) {
      if (text.indexOf('\n') >= 0) {
        return "";
      }
      return PlainText.isSafe(text) ? text : QuotedText.of(text);
    }
    return value instanceof Integer || value instanceof Boolean ? value.toString() : "";
  }

  static String of(Object scalar) {
    return scalar instanceof BigDecimal number ? number.toPlainString() : scalar.toString();
  }
}
