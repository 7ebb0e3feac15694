package io.tenantsmith.render.secret;

import io.tenantsmith.render.CustomObject;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.kit.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A Secret of a tenant whose value the cluster makes once and never again.
 *
 * @param name without the tenant, also where those of all tenants stand together
 * @param key what the value is called in the Secret; empty for what the generator calls it
 * @param labels of the Secret itself; right from the start, since it cannot be changed
 */
record GeneratedSecret(
    String name, PasswordGenerator generator, String key, SortedMap<String, String> labels) {

  /** The ExternalSecret in the tenant's namespace. */
  Map<String, Object> own(TenantScope scope) {
    return object(scope, scope.namespace(), name);
  }

  /** The ExternalSecret in admin-apps, beside those of all other tenants. */
  Map<String, Object> shared(TenantScope scope) {
    return object(scope, Layout.ADMIN_APPS, scope.shared(name));
  }

  /** What the value is called in the Secret. */
  String keyInSecret() {
    return key.isEmpty() ? CreatedSecret.GENERATED : key;
  }

  private Map<String, Object> object(TenantScope scope, String namespace, String called) {
    CreatedSecret.Value value = new CreatedSecret.Value(key, generator.objectName());
    return CustomObject.of(ReadSecret.API_VERSION, ReadSecret.KIND, called)
        .in(namespace)
        .labelled(scope.labels())
        .annotated(Labels.noPrune())
        .specified(new CreatedSecret(called, List.of(value), labels).spec());
  }
}
