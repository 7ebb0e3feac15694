package io.tenantsmith.render.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Marks;
import java.util.SortedMap;
import java.util.TreeMap;

/** One tenant of a fleet: names the objects of its namespace. */
record TenantScope(ResolvedTenant tenant, Fleet fleet) {

  /** Metadata of an object. */
  ObjectMeta metadata(String name) {
    return metadata(name, Marks.labels(fleet, tenant), new TreeMap<>());
  }

  /** Metadata of an object that is part of an application. */
  ObjectMeta metadata(String name, Component component) {
    SortedMap<String, String> labels = Marks.labels(fleet, tenant);
    labels.putAll(component.labels());
    return metadata(name, labels, new TreeMap<>());
  }

  /** Metadata of an object that no sync tool may remove. */
  ObjectMeta keptMetadata(String name) {
    return metadata(name, Marks.labels(fleet, tenant), Marks.noPrune());
  }

  /** Metadata of pods; without the tier, so that a change of tier touches no immutable Job. */
  ObjectMeta podMetadata(Component component) {
    SortedMap<String, String> labels = component.labels();
    labels.put(Marks.PREFIX + "tenant", tenant.id().value());
    ObjectMeta metadata = new ObjectMeta();
    metadata.setLabels(labels);
    return metadata;
  }

  /** Address under which the tenant's people see the applications of Authentik. */
  String issuer() {
    HostName host = tenant.hosts().loginHost().orElse(fleet.identity().host().value());
    return "https://" + host + "/application/o/";
  }

  private ObjectMeta metadata(
      String name, SortedMap<String, String> labels, SortedMap<String, String> annotations) {
    ObjectMeta metadata = Metadata.of(name, labels, annotations);
    metadata.setNamespace(tenant.namespace());
    return metadata;
  }
}
