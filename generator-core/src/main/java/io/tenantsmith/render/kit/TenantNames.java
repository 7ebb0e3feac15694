package io.tenantsmith.render.kit;

import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Labels;
import io.tenantsmith.template.NamedValues;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The names that the templates of every concern of a tenant may use. */
public final class TenantNames {

  /** Id, namespace, labels, places of pods; the restricted standard and what tenants share, too. */
  public static final NamedValues<TenantScope> VALUES =
      NamedValues.<TenantScope>builder()
          .including(RestrictedNames.VALUES)
          .including(PlatformObjectNames.VALUES)
          .value("id", TenantScope::id)
          .value("namespace", TenantScope::namespace)
          .value("displayName", scope -> scope.tenant().displayName())
          .value("env.displayName", scope -> literal(scope.tenant().displayName()))
          .value("labels", TenantScope::labels)
          .constant("marks.noPrune", Labels.noPrune())
          .value("pod.nodes", TenantNames::nodes)
          .condition("pod.dedicated", TenantNames::isDedicated)
          .build();

  private static final String REGION = "topology.kubernetes.io/region";

  private TenantNames() {}

  /**
   * A text as the kubelet must find it in an {@code env}: it replaces <code>$(NAME)</code> by a
   * variable and <code>$$</code> by one dollar sign, nothing else.
   */
  private static String literal(String text) {
    return text.replace("$", "$$");
  }

  private static SortedMap<String, String> nodes(TenantScope scope) {
    SortedMap<String, String> labels = new TreeMap<>(Map.of(REGION, region(scope)));
    if (isDedicated(scope)) {
      labels.put(Labels.PREFIX + "dedicated", scope.id());
    }
    return labels;
  }

  private static String region(TenantScope scope) {
    return scope.tenant().cluster().region().value();
  }

  private static boolean isDedicated(TenantScope scope) {
    return scope.tenant().get(TierKeys.DEDICATED_RESOURCES);
  }
}
