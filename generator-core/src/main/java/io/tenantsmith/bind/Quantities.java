package io.tenantsmith.bind;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Checked;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.Limit;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlScalar;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Readings of amounts: with units, as bare numbers of cores or GiB, and limits. */
final class Quantities {

  private static final Bytes MIN_STORAGE = Bytes.ofGibi(1);
  private static final String UNLIMITED = "unlimited";
  private static final Pattern BARE = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");

  /** Cores or thousandths. */
  static final Reading<Cpu> CPU = quantity(s -> Cpu.parse(s.text()));

  /** Bytes with a unit. */
  static final Reading<Bytes> MEMORY = quantity(s -> Bytes.parse(s.text()));

  /** Bytes with a unit, at least a gibibyte. */
  static final Reading<Bytes> STORAGE = quantity(s -> atLeastOne(s, Bytes.parse(s.text())));

  /** A number of cores, or thousandths with a unit. */
  static final Reading<Cpu> CORES =
      quantity(
          s -> isQuotedNumber(s) ? bare(s, "as thousandths such as 500m") : Cpu.parse(s.text()));

  /** A number of gibibytes, or bytes with a unit. */
  static final Reading<Bytes> GIBI = quantity(Quantities::gibi);

  /** A number of gibibytes, or bytes with a unit, at least a gibibyte. */
  static final Reading<Bytes> GIBI_STORAGE = quantity(s -> atLeastOne(s, gibi(s)));

  /** A whole number, or {@code unlimited}. */
  static final Reading<Limit<Long>> COUNT_LIMIT =
      (node, diagnostics) -> {
        if (isUnlimited(node)) {
          return Limit.unlimited();
        }
        Checked<Limit<Long>> count =
            node instanceof YamlScalar scalar ? count(scalar) : notCount(node.typeName());
        return diagnostics.accept(Code.VAL103, node, count);
      };

  private Quantities() {}

  /** An amount, or {@code unlimited}. */
  static <T extends Comparable<T>> Reading<Limit<T>> limit(Reading<T> reading) {
    return (node, diagnostics) -> {
      if (isUnlimited(node)) {
        return Limit.unlimited();
      }
      T amount = reading.read(node, diagnostics);
      return amount == null ? null : Limit.of(amount);
    };
  }

  private static <T> Reading<T> quantity(Function<YamlScalar, Checked<T>> parse) {
    return (node, diagnostics) -> {
      boolean amount =
          node instanceof YamlScalar s
              && (Scalars.isNumber(s) || s.type() == YamlScalar.Type.STRING);
      if (!amount) {
        return diagnostics.wrongType(node, "an amount");
      }
      YamlScalar scalar = (YamlScalar) node;
      Checked<T> checked =
          scalar.text().equals(UNLIMITED)
              ? Checked.refused(
                  "\"unlimited\" is not an amount",
                  "write one; only limits of a tier may be unlimited")
              : parse.apply(scalar);
      return diagnostics.accept(Code.VAL103, node, checked);
    };
  }

  private static boolean isUnlimited(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.text().equals(UNLIMITED);
  }

  private static Checked<Limit<Long>> count(YamlScalar scalar) {
    if (isQuotedNumber(scalar)) {
      return Checked.refused(Quoted.quote(scalar.text()) + " is text", "remove the quotes");
    }
    return scalar.type() == YamlScalar.Type.INTEGER && scalar.text().length() < 19
        ? Checked.ok(Limit.of(Long.valueOf(scalar.text())))
        : notCount(Quoted.quote(scalar.text()));
  }

  private static Checked<Limit<Long>> notCount(String what) {
    return Checked.refused(
        what + " is neither a whole number nor unlimited",
        "write a number such as 5, or unlimited");
  }

  private static Checked<Bytes> gibi(YamlScalar scalar) {
    if (isQuotedNumber(scalar)) {
      return bare(scalar, "with a unit such as Gi");
    }
    return Scalars.isNumber(scalar)
        ? Bytes.parse(scalar.text() + "Gi")
        : Bytes.parse(scalar.text());
  }

  private static boolean isQuotedNumber(YamlScalar scalar) {
    return scalar.type() == YamlScalar.Type.STRING && BARE.matcher(cut(scalar)).matches();
  }

  private static String cut(YamlScalar scalar) {
    return scalar.text().length() > 40 ? "" : scalar.text();
  }

  private static <T> Checked<T> bare(YamlScalar scalar, String otherwise) {
    return Checked.refused(
        Quoted.quote(scalar.text()) + " in quotes has no unit",
        "write " + scalar.text() + " without quotes, or " + otherwise);
  }

  private static Checked<Bytes> atLeastOne(YamlScalar scalar, Checked<Bytes> checked) {
    return checked.value().filter(b -> b.compareTo(MIN_STORAGE) < 0).isPresent()
        ? Checked.refused(
            Quoted.quote(scalar.text()) + " is too little storage", "use at least 1Gi")
        : checked;
  }
}
