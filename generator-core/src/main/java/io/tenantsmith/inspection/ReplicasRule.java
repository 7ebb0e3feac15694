package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.objects.Node;
import java.util.function.Consumer;

/**
 * What an autoscaler writes nobody else states: both would write it again and again for ever. A
 * workload of 0 it leaves alone.
 */
final class ReplicasRule implements OutputRule {

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (ObjectValues autoscaler : output.own("HorizontalPodAutoscaler")) {
      Node target = autoscaler.spec().get("scaleTargetRef");
      for (ObjectValues scaled : output.own(String.valueOf(target.get("kind").value()))) {
        Node replicas = scaled.spec().get("replicas");
        if (target.get("name").is(scaled.name())
            && !replicas.isMissing()
            && replicas.numberOr(1) != 0) {
          report.accept(
              Finding.of(
                  scaled,
                  Code.OBJ627,
                  replicas,
                  "states "
                      + replicas.value()
                      + ", but "
                      + autoscaler.object().ref().display()
                      + " sets it, too",
                  "leave it out; minReplicas and maxReplicas of the autoscaler bound it"));
        }
      }
    }
  }
}
