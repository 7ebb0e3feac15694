package io.tenantsmith.render.tenancy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.Metadata;
import io.tenantsmith.render.kit.ObjectTree;
import io.tenantsmith.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings access.yaml: what the people of a tenant may do in its namespace. Secrets are in no role,
 * and the built-in view and edit are never bound, since operators add to them.
 */
public final class AccessContributor implements TenantContributor {

  private static final String API_GROUP = "rbac.authorization.k8s.io";
  private static final int WAVE = -1;

  private final ObjectTree trees = new ObjectTree();

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    List<HasMetadata> objects = new ArrayList<>();
    for (TenantRole role : TenantRole.values()) {
      objects.add(role(role, tenant, fleet));
    }
    for (TenantRole role : TenantRole.values()) {
      objects.add(binding(role, tenant, fleet));
    }
    Manifest manifest = Manifest.ofTenant(tenant, "access.yaml", trees.of(objects));
    return List.of(manifest.written(YamlWriter::write));
  }

  private static Role role(TenantRole role, ResolvedTenant tenant, Fleet fleet) {
    Role object = new Role();
    object.setMetadata(metadata(role, tenant, fleet));
    object.setRules(role.rules());
    return object;
  }

  private static RoleBinding binding(TenantRole role, ResolvedTenant tenant, Fleet fleet) {
    RoleBinding binding = new RoleBinding();
    binding.setMetadata(metadata(role, tenant, fleet));
    binding.setRoleRef(new RoleRef(API_GROUP, "Role", role.objectName()));
    List<Subject> subjects = new ArrayList<>();
    for (TenantRole member : role.heldBy()) {
      subjects.add(group(member, tenant, fleet));
    }
    binding.setSubjects(subjects);
    return binding;
  }

  private static Subject group(TenantRole role, ResolvedTenant tenant, Fleet fleet) {
    Subject subject = new Subject();
    subject.setApiGroup(API_GROUP);
    subject.setKind("Group");
    subject.setName(fleet.identity().groupsPrefix() + role.groupOf(tenant.id()));
    return subject;
  }

  private static ObjectMeta metadata(TenantRole role, ResolvedTenant tenant, Fleet fleet) {
    ObjectMeta metadata =
        Metadata.of(role.objectName(), Labels.labels(fleet, tenant), Labels.wave(WAVE));
    metadata.setNamespace(tenant.namespace());
    return metadata;
  }
}
