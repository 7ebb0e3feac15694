package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;

/** Makes an object of a kind that is not built in. */
final class CustomObject {

  private CustomObject() {}

  /** The object; the order of the spec's keys is the writer's concern. */
  static HasMetadata of(
      String apiVersion, String kind, ObjectMeta metadata, Map<String, Object> spec) {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setApiVersion(apiVersion);
    object.setKind(kind);
    object.setMetadata(metadata);
    object.setAdditionalProperty("spec", spec);
    return object;
  }
}
