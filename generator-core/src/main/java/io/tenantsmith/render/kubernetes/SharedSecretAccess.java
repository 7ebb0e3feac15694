package io.tenantsmith.render.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.tenantsmith.render.Layout;
import java.util.List;
import java.util.Map;

/**
 * How a tenant's account gets at its Secrets in admin-apps: by their names and no others, without
 * listing them.
 */
final class SharedSecretAccess {

  private static final String ACCOUNT = "tenant-secrets";
  private static final String API_GROUP = "rbac.authorization.k8s.io";

  private SharedSecretAccess() {}

  /** Role and binding in admin-apps. */
  static List<HasMetadata> grant(TenantScope scope, List<ReadSecret> secrets) {
    return List.of(role(scope, secrets), binding(scope));
  }

  /** The SecretStore of the tenant's namespace that uses the account. */
  static Map<String, Object> store(TenantScope scope) {
    Map<String, Object> authority =
        Map.of("type", "ConfigMap", "name", "kube-root-ca.crt", "key", "ca.crt");
    Map<String, Object> provider =
        Map.of(
            "auth",
            Map.of("serviceAccount", Map.of("name", ACCOUNT)),
            "remoteNamespace",
            Layout.ADMIN_APPS,
            "server",
            Map.of("caProvider", authority, "url", "kubernetes.default"));
    return scope
        .custom(ReadSecret.API_VERSION, "SecretStore", ReadSecret.STORE)
        .specified(Map.of("provider", Map.of("kubernetes", provider)));
  }

  private static Role role(TenantScope scope, List<ReadSecret> secrets) {
    PolicyRule rule = new PolicyRule();
    rule.setApiGroups(List.of(""));
    rule.setResources(List.of("secrets"));
    rule.setResourceNames(secrets.stream().map(ReadSecret::source).sorted().toList());
    rule.setVerbs(List.of("get"));
    Role role = new Role();
    role.setMetadata(scope.metadata(name(scope), Layout.ADMIN_APPS));
    role.setRules(List.of(rule));
    return role;
  }

  private static RoleBinding binding(TenantScope scope) {
    Subject account = new Subject();
    account.setKind("ServiceAccount");
    account.setName(ACCOUNT);
    account.setNamespace(scope.namespace());
    RoleBinding binding = new RoleBinding();
    binding.setMetadata(scope.metadata(name(scope), Layout.ADMIN_APPS));
    binding.setRoleRef(new RoleRef(API_GROUP, "Role", name(scope)));
    binding.setSubjects(List.of(account));
    return binding;
  }

  private static String name(TenantScope scope) {
    return "read-tenant-" + scope.id();
  }
}
