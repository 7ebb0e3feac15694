package io.tenantsmith.render.kit;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Labels;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes pods of a tenant: without a token, in its region, on its own nodes where it has some. */
public final class TenantPod {

  private static final String DEDICATED = Labels.PREFIX + "dedicated";

  private TenantPod() {}

  /** A pod without containers. */
  public static PodSpec of(ResolvedTenant tenant, String account, PodSecurityContext security) {
    PodSpec pod = new PodSpec();
    pod.setAutomountServiceAccountToken(false);
    pod.setEnableServiceLinks(false);
    pod.setServiceAccountName(account);
    pod.setSecurityContext(security);
    pod.setPriorityClassName("tenant-web");
    pod.setNodeSelector(nodes(tenant));
    if (tenant.get(TierKeys.DEDICATED_RESOURCES)) {
      pod.setTolerations(List.of(ownNodes(tenant)));
    }
    return pod;
  }

  private static SortedMap<String, String> nodes(ResolvedTenant tenant) {
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put("topology.kubernetes.io/region", tenant.cluster().region().value());
    if (tenant.get(TierKeys.DEDICATED_RESOURCES)) {
      labels.put(DEDICATED, tenant.id().value());
    }
    return labels;
  }

  private static Toleration ownNodes(ResolvedTenant tenant) {
    Toleration toleration = new Toleration();
    toleration.setEffect("NoSchedule");
    toleration.setKey(DEDICATED);
    toleration.setOperator("Equal");
    toleration.setValue(tenant.id().value());
    return toleration;
  }
}
