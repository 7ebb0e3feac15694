package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** An amount that a server writes in another way would be a difference for ever. */
final class CanonicalAmountRule implements OutputRule {

  /** Below these keys stand amounts and nothing else. */
  private static final Set<String> HOLDERS =
      Set.of(
          "requests",
          "limits",
          "hard",
          "default",
          "defaultRequest",
          "min",
          "max",
          "maxLimitRequestRatio",
          "capacity");

  private static final Set<String> AMOUNTS = Set.of("sizeLimit", "averageValue", "divisor");

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (ObjectValues object : output.values()) {
      if (!object.kind().equals("ConfigMap")) {
        object.maps().forEach(map -> inspectMap(object, map, report));
      }
    }
  }

  private static void inspectMap(ObjectValues object, Node map, Consumer<Finding> report) {
    if (HOLDERS.contains(map.key()) && !map.isItem()) {
      map.entries().forEach(amount -> inspectAmount(object, amount, report));
      return;
    }
    for (Object key : map.map().keySet()) {
      boolean sizeOfDatabase = key.equals("size") && map.key().equals("storage");
      if (AMOUNTS.contains(key) || sizeOfDatabase) {
        inspectAmount(object, map.get(key.toString()), report);
      }
    }
  }

  private static void inspectAmount(ObjectValues object, Node node, Consumer<Finding> report) {
    if (node.value() instanceof Map) {
      return;
    }
    String text = String.valueOf(node.value());
    String canonical = Amount.canonical(node);
    if (canonical == null) {
      report.accept(
          object.finding(
              Code.OBJ611,
              node,
              Quoted.quote(text) + " is not an amount in the form that a server keeps",
              "write a whole number with a unit, for instance 500m or 512Mi"));
    } else if (!node.is(canonical)) {
      String number = node.value() instanceof String ? "" : "the number ";
      report.accept(
          object.finding(
              Code.OBJ611,
              node,
              "a server would turn "
                  + number
                  + Quoted.quote(text)
                  + " into "
                  + Quoted.quote(canonical),
              "write " + Quoted.quote(canonical)));
    }
  }
}
