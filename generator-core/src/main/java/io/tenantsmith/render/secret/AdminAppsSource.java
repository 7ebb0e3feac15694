package io.tenantsmith.render.secret;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.kit.ObjectTree;
import io.tenantsmith.render.kit.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a tenant's account gets at its Secrets in admin-apps: by their names and no others, without
 * listing them.
 */
record AdminAppsSource(TenantScope scope, ObjectTree trees) implements SecretSource {

  private static final String API_GROUP = "rbac.authorization.k8s.io";

  @Override
  public String key(String secret) {
    return scope.shared(secret);
  }

  /** Role and binding in admin-apps, and the SecretStore that uses the account. */
  @Override
  public List<Map<String, Object>> objects(TenantSecrets secrets) {
    List<Map<String, Object>> objects =
        new ArrayList<>(trees.of(List.of(role(secrets.read()), binding())));
    objects.add(SecretSource.store(scope, AdminAppsStore.provider(ACCOUNT)));
    return objects;
  }

  private Role role(List<ReadSecret> secrets) {
    PolicyRule rule = new PolicyRule();
    rule.setApiGroups(List.of(""));
    rule.setResources(List.of("secrets"));
    rule.setResourceNames(secrets.stream().map(secret -> key(secret.source())).sorted().toList());
    rule.setVerbs(List.of("get"));
    Role role = new Role();
    role.setMetadata(scope.metadata(name(), Layout.ADMIN_APPS));
    role.setRules(List.of(rule));
    return role;
  }

  private RoleBinding binding() {
    Subject account = new Subject();
    account.setKind("ServiceAccount");
    account.setName(ACCOUNT);
    account.setNamespace(scope.namespace());
    RoleBinding binding = new RoleBinding();
    binding.setMetadata(scope.metadata(name(), Layout.ADMIN_APPS));
    binding.setRoleRef(new RoleRef(API_GROUP, "Role", name()));
    binding.setSubjects(List.of(account));
    return binding;
  }

  private String name() {
    return "read-tenant-" + scope.id();
  }
}
