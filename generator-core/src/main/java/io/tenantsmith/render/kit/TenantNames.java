package io.tenantsmith.render.kit;

import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Labels;
import io.tenantsmith.template.FixedKeys;
import io.tenantsmith.template.NamedValues;

/** The names that the templates of every concern of a tenant may use. */
public final class TenantNames {

  private static final FixedKeys<TenantScope> LABELS =
      FixedKeys.<TenantScope>builder().including(TenantScope::labelled, Labels.OF_TENANT).build();
  private static final FixedKeys<TenantScope> NODES =
      FixedKeys.<TenantScope>builder()
          .value("topology.kubernetes.io/region", TenantNames::region)
          .value(Labels.PREFIX + "dedicated", TenantNames::isDedicated, TenantScope::id)
          .build();

  /** Id, namespace, labels, places of pods; the restricted standard and what tenants share, too. */
  public static final NamedValues<TenantScope> VALUES =
      NamedValues.<TenantScope>builder()
          .including(RestrictedNames.VALUES)
          .including(PlatformObjectNames.VALUES)
          .value("id", TenantScope::id)
          .value("namespace", TenantScope::namespace)
          .value("displayName", scope -> scope.tenant().displayName())
          .value("env.displayName", scope -> literal(scope.tenant().displayName()))
          .mapping("labels", LABELS)
          .constant("marks.noPrune", Labels.noPrune())
          .mapping("pod.nodes", NODES)
          .condition("pod.dedicated", TenantNames::isDedicated)
          .build();

  private TenantNames() {}

  /**
   * A text as the kubelet must find it in an {@code env}: it replaces <code>$(NAME)</code> by a
   * variable and <code>$$</code> by one dollar sign, nothing else.
   */
  private static String literal(String text) {
    return text.replace("$", "$$");
  }

  private static String region(TenantScope scope) {
    return scope.tenant().cluster().region().value();
  }

  private static boolean isDedicated(TenantScope scope) {
    return scope.tenant().get(TierKeys.DEDICATED_RESOURCES);
  }
}
