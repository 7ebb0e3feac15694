package io.tenantsmith.render.kit;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.SortedMap;

/** Makes the metadata of objects. Setters, since builders cost forty times as much. */
public final class Metadata {

  private Metadata() {}

  /** Metadata of a cluster-scoped object. */
  public static ObjectMeta of(
      String name, SortedMap<String, String> labels, SortedMap<String, String> annotations) {
    ObjectMeta metadata = new ObjectMeta();
    metadata.setName(name);
    metadata.setLabels(labels);
    metadata.setAnnotations(annotations);
    return metadata;
  }
}
