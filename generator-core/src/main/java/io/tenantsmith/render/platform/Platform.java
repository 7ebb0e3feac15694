package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Key;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.kit.Metadata;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fleet and one of its clusters, as the files of the platform folder see them. */
record Platform(Fleet fleet, Cluster cluster) {

  /** Metadata of an object; an empty namespace is that of a cluster-scoped one. */
  ObjectMeta metadata(String namespace, String name) {
    return metadata(namespace, name, new TreeMap<>());
  }

  /** Metadata of an object of the shared applications. */
  ObjectMeta metadata(String name) {
    return metadata(Layout.ADMIN_APPS, name);
  }

  /** Metadata of an object of the shared applications that no sync tool may remove. */
  ObjectMeta guarded(String name) {
    return metadata(Layout.ADMIN_APPS, name, Labels.noPrune());
  }

  /** Metadata of a workload of the shared applications. */
  ObjectMeta metadata(String name, Part part) {
    ObjectMeta metadata = metadata(name);
    metadata.getLabels().putAll(part.labels());
    return metadata;
  }

  /** The full reference of an image of the fleet. */
  String image(Key<String> key) {
    return fleet.image(key);
  }

  /** The administrator of the shared applications: somebody has to be it. */
  String administrator() {
    return fleet.contacts().contactEmail().orElseGet(() -> "platform@" + fleet.domain().value());
  }

  private ObjectMeta metadata(
      String namespace, String name, SortedMap<String, String> annotations) {
    ObjectMeta metadata = Metadata.of(name, Labels.labels(fleet), annotations);
    if (!namespace.isEmpty()) {
      metadata.setNamespace(namespace);
    }
    return metadata;
  }
}
