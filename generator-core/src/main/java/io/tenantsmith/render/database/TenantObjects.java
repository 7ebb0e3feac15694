package io.tenantsmith.render.database;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.CustomObject;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.ObjectRef;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes objects that carry a tenant's labels. */
record TenantObjects(Fleet fleet, ResolvedTenant tenant) {

  private static final String OPERATOR = "k8s.mariadb.com/v1alpha1";

  /** An object of the operator that holds data: no sync tool removes it. */
  Map<String, Object> lasting(String kind, String name, Map<String, Object> spec) {
    return object(own(kind, name), Labels.noPrune(), spec);
  }

  /** An object of the operator that a renamed one may replace. */
  Map<String, Object> replaceable(String kind, String name, Map<String, Object> spec) {
    return replaceable(own(kind, name), spec);
  }

  /** An object of another kind that may be replaced. */
  Map<String, Object> replaceable(ObjectRef ref, Map<String, Object> spec) {
    return object(ref, new TreeMap<>(), spec);
  }

  private ObjectRef own(String kind, String name) {
    return new ObjectRef(OPERATOR, kind, tenant.namespace(), name);
  }

  private Map<String, Object> object(
      ObjectRef ref, SortedMap<String, String> annotations, Map<String, Object> spec) {
    CustomObject object =
        CustomObject.of(ref.apiVersion(), ref.kind(), ref.name())
            .in(ref.namespace())
            .labelled(Labels.labels(fleet, tenant));
    return (annotations.isEmpty() ? object : object.annotated(annotations)).specified(spec);
  }
}
