package io.tenantsmith.inspection;

import io.tenantsmith.demand.Pod;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.PlatformObjects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Every pod of a tenant has one of the tenants' two priorities, which are below that of the
 * platform. Without one the cluster's default decides, which may be any.
 */
final class PriorityRule implements OutputRule {

  private static final Set<String> OF_TENANTS =
      Set.of(PlatformObjects.WEB_PRIORITY, PlatformObjects.DATA_PRIORITY);

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (Pod pod : output.pods()) {
      // What others state, an issuer or a restore, cannot be stated here.
      if (pod.form() != Pod.Form.BORROWED) {
        inspect(pod, report);
      }
    }
  }

  private static void inspect(Pod pod, Consumer<Finding> report) {
    Node stated = pod.spec().get("priorityClassName");
    if (!OF_TENANTS.contains(stated.text())) {
      String fact =
          stated.isMissing()
              ? "a pod without a priority class"
              : "priority class " + Quoted.quote(stated.text()) + " is not for tenants";
      report.accept(
          Finding.of(
              pod.source(),
              Code.OBJ621,
              stated,
              fact,
              "name "
                  + PlatformObjects.WEB_PRIORITY
                  + ", or "
                  + PlatformObjects.DATA_PRIORITY
                  + " for a database"));
    }
  }
}
