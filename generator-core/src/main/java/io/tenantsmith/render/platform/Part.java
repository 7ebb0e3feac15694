package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.SortedMap;
import java.util.TreeMap;

/** A kind of pod, known by its two labels. */
enum Part {
  AUTHENTIK_SERVER("authentik", "server"),
  AUTHENTIK_WORKER("authentik", "worker"),
  POSTGRESQL("postgresql", "database"),
  OPEN_WEBUI("open-webui", "chat"),
  PIPELINES("pipelines", "pipelines"),
  WORDPRESS("wordpress", "web"),
  GATEWAY_PROXY("envoy", "proxy");

  /** The label that says which application it is. */
  static final String NAME = "app.kubernetes.io/name";

  private static final String COMPONENT = "app.kubernetes.io/component";

  private final String application;
  private final String component;

  Part(String application, String component) {
    this.application = application;
    this.component = component;
  }

  /** Both labels. */
  SortedMap<String, String> labels() {
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put(NAME, application);
    labels.put(COMPONENT, component);
    return labels;
  }

  /** Its pods. */
  LabelSelector selector() {
    LabelSelector selector = new LabelSelector();
    selector.setMatchLabels(labels());
    return selector;
  }
}
