package io.tenantsmith.render.sync;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.render.KindInUse;
import io.tenantsmith.render.Layout;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The kinds that contributors can render with whatever options, and where: what a sync tool may
 * write. It does not depend on what a fleet has at the moment, because a tool prunes the last
 * object of a kind only where it may still write that kind.
 *
 * <p>For the same reason a kind that is no longer rendered moves into {@link #ONCE_IN_TENANT} and
 * is never removed: what an earlier version applied has to go away some day.
 */
public final class SyncedKinds {

  /** In a tenant's own namespace, by an earlier version and not by this one. */
  private static final List<String> ONCE_IN_TENANT =
      List.of("batch/CronJob", "monitoring.coreos.com/PrometheusRule");

  /** In a tenant's own namespace. */
  private static final List<String> IN_TENANT =
      List.of(
          "ConfigMap",
          "LimitRange",
          "PersistentVolumeClaim",
          "ResourceQuota",
          "Service",
          "ServiceAccount",
          "apps/Deployment",
          "autoscaling/HorizontalPodAutoscaler",
          "batch/Job",
          "cert-manager.io/Certificate",
          "external-secrets.io/ExternalSecret",
          "external-secrets.io/PushSecret",
          "external-secrets.io/SecretStore",
          "gateway.envoyproxy.io/BackendTrafficPolicy",
          "gateway.networking.k8s.io/HTTPRoute",
          "gateway.networking.k8s.io/ListenerSet",
          "generators.external-secrets.io/Password",
          "k8s.mariadb.com/Database",
          "k8s.mariadb.com/Grant",
          "k8s.mariadb.com/MariaDB",
          "k8s.mariadb.com/PhysicalBackup",
          "k8s.mariadb.com/PointInTimeRecovery",
          "k8s.mariadb.com/User",
          "networking.k8s.io/NetworkPolicy",
          "policy/PodDisruptionBudget",
          "rbac.authorization.k8s.io/Role",
          "rbac.authorization.k8s.io/RoleBinding");

  /** Of a tenant, in the namespace of what tenants share. */
  private static final List<String> OF_TENANT_IN_ADMIN_APPS =
      List.of(
          "ConfigMap",
          "Secret",
          "external-secrets.io/ExternalSecret",
          "external-secrets.io/PushSecret",
          "gateway.networking.k8s.io/HTTPRoute",
          "rbac.authorization.k8s.io/Role",
          "rbac.authorization.k8s.io/RoleBinding");

  private static final List<String> OF_TENANT_IN_VELERO = List.of("velero.io/Schedule");

  private static final List<String> OF_PLATFORM_IN_CLUSTER =
      List.of(
          "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
          "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
          "cert-manager.io/ClusterIssuer",
          "scheduling.k8s.io/PriorityClass");

  private static final List<String> OF_PLATFORM_IN_ADMIN_APPS =
      List.of(
          "ConfigMap",
          "PersistentVolumeClaim",
          "Service",
          "ServiceAccount",
          "apps/Deployment",
          "apps/StatefulSet",
          "cert-manager.io/Certificate",
          "cert-manager.io/Issuer",
          "external-secrets.io/ExternalSecret",
          "external-secrets.io/SecretStore",
          "gateway.envoyproxy.io/BackendTrafficPolicy",
          "gateway.envoyproxy.io/HTTPRouteFilter",
          "gateway.networking.k8s.io/HTTPRoute",
          "generators.external-secrets.io/Password",
          "networking.k8s.io/NetworkPolicy",
          "policy/PodDisruptionBudget",
          "rbac.authorization.k8s.io/Role",
          "rbac.authorization.k8s.io/RoleBinding");

  private static final List<String> OF_PLATFORM_IN_GATEWAY =
      List.of("cert-manager.io/Certificate", "gateway.networking.k8s.io/Gateway");

  private static final List<String> OF_PLATFORM_IN_MONITORING =
      List.of(
          "ConfigMap", "monitoring.coreos.com/PodMonitor", "monitoring.coreos.com/PrometheusRule");

  private static final List<String> OF_PLATFORM_IN_VELERO =
      List.of("ConfigMap", "velero.io/Schedule");

  private SyncedKinds() {}

  /** Of the tenants of a cluster, sorted; their namespaces as a pattern. */
  public static List<KindInUse> ofTenants(Fleet fleet, Cluster cluster) {
    String own = fleet.namespacePrefix().value() + "*";
    SortedSet<KindInUse> kinds = new TreeSet<>();
    kinds.add(new KindInUse("", "Namespace", "", own));
    add(IN_TENANT, own, kinds);
    add(ONCE_IN_TENANT, own, kinds);
    add(OF_TENANT_IN_ADMIN_APPS, Layout.ADMIN_APPS, kinds);
    add(OF_TENANT_IN_VELERO, cluster.backup().veleroNamespace(), kinds);
    return List.copyOf(kinds);
  }

  /** Those of tenants that only an earlier version rendered, sorted. */
  public static List<KindInUse> onceOfTenants(Fleet fleet) {
    SortedSet<KindInUse> kinds = new TreeSet<>();
    add(ONCE_IN_TENANT, fleet.namespacePrefix().value() + "*", kinds);
    return List.copyOf(kinds);
  }

  /** Of what the tenants of a cluster share, sorted. */
  public static List<KindInUse> ofPlatform(Fleet fleet, Cluster cluster) {
    String gateway = cluster.gateway().namespace();
    SortedSet<KindInUse> kinds = new TreeSet<>();
    kinds.add(new KindInUse("", "Namespace", "", Layout.ADMIN_APPS));
    kinds.add(new KindInUse("", "Namespace", "", gateway));
    add(OF_PLATFORM_IN_CLUSTER, "", kinds);
    add(OF_PLATFORM_IN_ADMIN_APPS, Layout.ADMIN_APPS, kinds);
    add(OF_PLATFORM_IN_GATEWAY, gateway, kinds);
    add(OF_PLATFORM_IN_MONITORING, fleet.services().monitoring().namespace(), kinds);
    add(OF_PLATFORM_IN_VELERO, cluster.backup().veleroNamespace(), kinds);
    return List.copyOf(kinds);
  }

  private static void add(List<String> names, String namespace, SortedSet<KindInUse> kinds) {
    for (String name : names) {
      int slash = name.indexOf('/');
      String group = slash < 0 ? "" : name.substring(0, slash);
      kinds.add(new KindInUse(group, name.substring(slash + 1), namespace, ""));
    }
  }
}
