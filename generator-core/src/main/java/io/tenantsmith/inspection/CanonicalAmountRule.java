package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Amount;
import io.tenantsmith.objects.Node;
import java.util.Map;
import java.util.function.Consumer;

/** An amount that a server writes in another way would be a difference forever. */
final class CanonicalAmountRule implements OutputRule {

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (Place place : output.places(Trait.AMOUNTS)) {
      if (!place.node().isItem()) {
        place.node().entries().forEach(amount -> inspectAmount(place.object(), amount, report));
      }
    }
    for (Place place : output.places(Trait.AMOUNT)) {
      Node node = place.node();
      if (!node.key().equals("size") || node.keyAbove().equals("storage")) {
        inspectAmount(place.object(), node, report);
      }
    }
  }

  private static void inspectAmount(ObjectValues object, Node node, Consumer<Finding> report) {
    if (node.value() instanceof String text && Amount.isCanonical(text)) {
      return;
    }
    if (node.value() instanceof Map || object.kind().equals("ConfigMap")) {
      return;
    }
    String text = String.valueOf(node.value());
    String canonical = Amount.canonical(node);
    if (canonical == null) {
      report.accept(
          Finding.of(
              object,
              Code.OBJ611,
              node,
              Quoted.quote(text) + " is not an amount in the form that a server keeps",
              "write a whole number with a unit, for instance 500m or 512Mi"));
    } else if (!node.is(canonical)) {
      String number = node.value() instanceof String ? "" : "the number ";
      report.accept(
          Finding.of(
              object,
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
