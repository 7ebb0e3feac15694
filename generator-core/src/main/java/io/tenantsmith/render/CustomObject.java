package io.tenantsmith.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** An object of a kind that has no typed model, as the tree that the writer takes. */
public final class CustomObject {

  private final Map<String, Object> tree = new LinkedHashMap<>();
  private final Map<String, Object> metadata = new LinkedHashMap<>();

  private CustomObject(String apiVersion, String kind, String name) {
    tree.put("apiVersion", apiVersion);
    tree.put("kind", kind);
    tree.put("metadata", metadata);
    metadata.put("name", name);
  }

  /** Begins an object. */
  public static CustomObject of(String apiVersion, String kind, String name) {
    return new CustomObject(apiVersion, kind, name);
  }

  /** Where it lives. */
  public CustomObject in(String namespace) {
    metadata.put("namespace", namespace);
    return this;
  }

  /** Its labels. */
  public CustomObject labelled(SortedMap<String, String> labels) {
    metadata.put("labels", labels);
    return this;
  }

  /** Its annotations. */
  public CustomObject annotated(SortedMap<String, String> annotations) {
    metadata.put("annotations", annotations);
    return this;
  }

  /** The tree, with what the kind specifies. */
  public Map<String, Object> specified(Map<String, ?> spec) {
    tree.put("spec", spec);
    return tree;
  }
}
