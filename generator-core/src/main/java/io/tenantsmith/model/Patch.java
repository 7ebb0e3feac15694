package io.tenantsmith.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Kustomize patch that a tenant carries.
 *
 * @param target selector fields (group, version, kind, name, namespace, labelSelector, ...), sorted
 * @param text the inline patch, in block style
 */
public record Patch(Map<String, String> target, String text) {

  /** Sorts the fields. */
  public Patch {
    target = Collections.unmodifiableMap(new TreeMap<>(target));
  }
}
