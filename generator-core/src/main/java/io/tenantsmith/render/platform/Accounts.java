package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.tenantsmith.render.Layout;
import java.util.List;

/** Makes service accounts of the shared applications and what they may read there. */
final class Accounts {

  private Accounts() {}

  /** An account whose token is in no pod that does not ask for it. */
  static ServiceAccount account(Platform platform, String name) {
    ServiceAccount account = new ServiceAccount();
    account.setMetadata(platform.metadata(name));
    account.setAutomountServiceAccountToken(false);
    return account;
  }

  /** Whoever holds it may read all objects of one built-in kind. */
  static Role reader(Platform platform, String name, String resource) {
    PolicyRule rule = new PolicyRule();
    rule.setApiGroups(List.of(""));
    rule.setResources(List.of(resource));
    rule.setVerbs(List.of("get", "list", "watch"));
    Role role = new Role();
    role.setMetadata(platform.metadata(name));
    role.setRules(List.of(rule));
    return role;
  }

  /** Gives the role of that name to an account. */
  static RoleBinding binding(Platform platform, String role, String account) {
    Subject subject = new Subject();
    subject.setKind("ServiceAccount");
    subject.setName(account);
    subject.setNamespace(Layout.ADMIN_APPS);
    RoleBinding binding = new RoleBinding();
    binding.setMetadata(platform.metadata(role));
    binding.setRoleRef(new RoleRef("rbac.authorization.k8s.io", "Role", role));
    binding.setSubjects(List.of(subject));
    return binding;
  }
}
