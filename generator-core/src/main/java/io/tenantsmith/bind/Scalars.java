package io.tenantsmith.bind;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.model.Checked;
import io.tenantsmith.model.Slip;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Readings of single values that need no knowledge of the field. */
final class Scalars {

  /** The text as it is written. */
  static final Reading<String> TEXT =
      (node, diagnostics) -> {
        YamlScalar scalar = scalar(node, YamlScalar.Type.STRING);
        return scalar == null ? diagnostics.wrongType(node, "text") : scalar.text();
      };

  /** True or false. */
  static final Reading<Boolean> BOOLEAN =
      (node, diagnostics) -> {
        YamlScalar scalar = scalar(node, YamlScalar.Type.BOOLEAN);
        return scalar == null
            ? diagnostics.wrongType(node, "true or false")
            : Boolean.valueOf(scalar.text().equals("true"));
      };

  /** A whole number that a list or count can have. */
  static final Reading<Integer> INTEGER =
      (node, diagnostics) -> {
        BigDecimal number = decimal(node);
        return number == null || !isInt(number)
            ? diagnostics.wrongType(node, "a small whole number")
            : Integer.valueOf(number.intValueExact());
      };

  /** Any number. */
  static final Reading<BigDecimal> DECIMAL =
      (node, diagnostics) -> {
        BigDecimal number = decimal(node);
        return number == null ? diagnostics.wrongType(node, "a number") : number;
      };

  private Scalars() {}

  /** Text that a value type checks. */
  static <T> Reading<T> checked(Code code, Function<String, Checked<T>> check) {
    return (node, diagnostics) -> {
      String text = TEXT.read(node, diagnostics);
      return text == null ? null : diagnostics.accept(code, node, Slip.explained(text, check));
    };
  }

  /** One of a few words; another one is the schema's to report. */
  static <T> Reading<T> word(Function<String, Optional<T>> words) {
    return (node, diagnostics) -> {
      String text = TEXT.read(node, diagnostics);
      T value = text == null ? null : words.apply(text).orElse(null);
      return value == null && text != null ? diagnostics.wrongType(node, "an allowed word") : value;
    };
  }

  /** The scalar, if the node is one of that type. */
  static @Nullable YamlScalar scalar(YamlNode node, YamlScalar.Type type) {
    return node instanceof YamlScalar scalar && scalar.type() == type ? scalar : null;
  }

  /** Whether a node is a number without quotes. */
  static boolean isNumber(YamlScalar scalar) {
    return scalar.type() == YamlScalar.Type.INTEGER || scalar.type() == YamlScalar.Type.NUMBER;
  }

  private static @Nullable BigDecimal decimal(YamlNode node) {
    return node instanceof YamlScalar scalar && isNumber(scalar)
        ? new BigDecimal(scalar.text())
        : null;
  }

  private static boolean isInt(BigDecimal number) {
    return number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
        && number.stripTrailingZeros().scale() <= 0;
  }
}
