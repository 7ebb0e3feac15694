package io.tenantsmith.render.tenancy;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.tenantsmith.model.TenantId;
import java.util.List;
import java.util.Locale;

/** The roles of a tenant's people, strongest first: who holds one holds all after it. */
enum TenantRole {
  ADMIN,
  USER,
  VIEWER;

  private static final List<String> READ = List.of("get", "list", "watch");

  /** Name of the Role and its binding. */
  String objectName() {
    return "tenant-" + label();
  }

  /** The group of Authentik whose members hold the role. */
  String groupOf(TenantId tenant) {
    return "tenant-" + tenant.value() + "-" + label() + "s";
  }

  /** This role and the stronger ones. */
  List<TenantRole> heldBy() {
    return switch (this) {
      case ADMIN -> List.of(ADMIN);
      case USER -> List.of(ADMIN, USER);
      case VIEWER -> List.of(ADMIN, USER, VIEWER);
    };
  }

  /** What the role itself allows, without what it has of the weaker ones. */
  List<PolicyRule> rules() {
    return switch (this) {
      case ADMIN -> List.of(rule("", List.of("delete"), "pods"));
      case USER -> List.of(rule("", READ, "events", "pods/log"));
      case VIEWER -> reading();
    };
  }

  private static List<PolicyRule> reading() {
    return List.of(
        rule(
            "",
            READ,
            "limitranges",
            "persistentvolumeclaims",
            "pods",
            "resourcequotas",
            "services"),
        rule("apps", READ, "deployments", "replicasets", "statefulsets"),
        rule("autoscaling", READ, "horizontalpodautoscalers"),
        rule("batch", READ, "cronjobs", "jobs"),
        rule("cert-manager.io", READ, "certificates"),
        rule("gateway.networking.k8s.io", READ, "httproutes", "listenersets"),
        rule("k8s.mariadb.com", READ, "mariadbs", "physicalbackups", "pointintimerecoveries"),
        rule("networking.k8s.io", READ, "networkpolicies"));
  }

  private static PolicyRule rule(String group, List<String> verbs, String... resources) {
    PolicyRule rule = new PolicyRule();
    rule.setApiGroups(List.of(group));
    rule.setResources(List.of(resources));
    rule.setVerbs(verbs);
    return rule;
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
