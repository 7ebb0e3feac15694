package io.tenantsmith.render.kubernetes;

import io.tenantsmith.render.CustomObject;
import io.tenantsmith.render.Marks;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A Secret of a tenant whose value the cluster makes once and never again.
 *
 * @param key what the value is called in the Secret; empty for what the generator calls it
 * @param labels of the Secret itself; right from the start, since it can not be changed
 */
record GeneratedSecret(
    String name, PasswordGenerator generator, String key, SortedMap<String, String> labels) {

  /** The ExternalSecret. */
  Map<String, Object> object(TenantScope scope, String namespace) {
    CreatedSecret.Value value = new CreatedSecret.Value(key, generator.objectName());
    return CustomObject.of(ReadSecret.API_VERSION, ReadSecret.KIND, name)
        .in(namespace)
        .labelled(scope.labels())
        .annotated(Marks.noPrune())
        .specified(new CreatedSecret(name, List.of(value), labels).spec());
  }
}
