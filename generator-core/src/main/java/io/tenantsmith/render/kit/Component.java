package io.tenantsmith.render.kit;

import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One part of an application: the two labels by which its pods are found.
 *
 * @param application for instance {@code wordpress}
 * @param part for instance {@code web}
 */
public record Component(String application, String part) {

  SortedMap<String, String> labels() {
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put("app.kubernetes.io/component", part);
    labels.put("app.kubernetes.io/name", application);
    return labels;
  }

  public LabelSelector selector() {
    LabelSelector selector = new LabelSelector();
    selector.setMatchLabels(labels());
    return selector;
  }
}
