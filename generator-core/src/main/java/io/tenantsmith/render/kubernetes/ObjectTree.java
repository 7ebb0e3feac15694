package io.tenantsmith.render.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns typed objects into the trees that the writer takes. Thread-safe. */
public final class ObjectTree {

  private static final TypeReference<LinkedHashMap<String, Object>> TREE = new TypeReference<>() {};

  private final JsonMapper mapper = new JsonMapper();

  /** The trees of some objects. */
  public List<Map<String, Object>> of(List<? extends HasMetadata> objects) {
    return objects.stream().map(this::of).toList();
  }

  /** The tree of an object, or of a part of one. */
  Map<String, Object> of(KubernetesResource object) {
    return mapper.convertValue(object, TREE);
  }
}
