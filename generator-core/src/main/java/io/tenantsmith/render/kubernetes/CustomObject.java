package io.tenantsmith.render.kubernetes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** An object of a kind that has no model here, as the tree that the writer takes. */
final class CustomObject {

  private final Map<String, Object> tree = new LinkedHashMap<>();
  private final Map<String, Object> metadata = new LinkedHashMap<>();

  private CustomObject(String apiVersion, String kind, String name) {
    tree.put("apiVersion", apiVersion);
    tree.put("kind", kind);
    tree.put("metadata", metadata);
    metadata.put("name", name);
  }

  /** Begins an object. */
  static CustomObject of(String apiVersion, String kind, String name) {
    return new CustomObject(apiVersion, kind, name);
  }

  /** Where it lives. */
  CustomObject in(String namespace) {
    metadata.put("namespace", namespace);
    return this;
  }

  /** Its labels. */
  CustomObject labelled(SortedMap<String, String> labels) {
    metadata.put("labels", labels);
    return this;
  }

  /** Its annotations. */
  CustomObject annotated(SortedMap<String, String> annotations) {
    metadata.put("annotations", annotations);
    return this;
  }

  /** The tree, with what the kind specifies. */
  Map<String, Object> specified(Map<String, ?> spec) {
    tree.put("spec", spec);
    return tree;
  }
}
