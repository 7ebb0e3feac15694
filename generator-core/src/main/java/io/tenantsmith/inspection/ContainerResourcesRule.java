package io.tenantsmith.inspection;

import io.tenantsmith.demand.ContainerAmounts;
import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.Pod;
import io.tenantsmith.demand.Pod.Container;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Amount;
import io.tenantsmith.objects.Node;
import java.util.function.Consumer;

/** Every container states its requests and limits; a quota refuses any other. */
final class ContainerResourcesRule implements OutputRule {

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (Pod pod : output.pods()) {
      for (Container container : pod.containers()) {
        inspectContainer(pod.source(), container, report);
      }
    }
  }

  private static void inspectContainer(
      ObjectValues object, Container container, Consumer<Finding> report) {
    for (String resource : ContainerAmounts.RESOURCES) {
      for (String part : ContainerAmounts.PARTS) {
        Node stated = container.node().at("resources", part, resource);
        if (Amount.of(stated) == null) {
          report.accept(
              Finding.of(
                  object,
                  Code.OBJ605,
                  stated,
                  "container "
                      + Quoted.quote(container.name())
                      + " states no "
                      + part
                      + " of "
                      + resource,
                  "state requests and limits of cpu and memory"));
        }
      }
    }
  }
}
