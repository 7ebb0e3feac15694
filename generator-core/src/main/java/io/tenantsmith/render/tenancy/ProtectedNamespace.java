package io.tenantsmith.render.tenancy;

import io.fabric8.kubernetes.api.model.Namespace;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.kit.Metadata;
import java.util.SortedMap;

/** A Namespace that stands before all else, is never pruned and admits restricted pods only. */
public final class ProtectedNamespace {

  private static final int WAVE = -2;
  private static final String POD_SECURITY = "pod-security.kubernetes.io/";

  private ProtectedNamespace() {}

  /**
   * The Namespace.
   *
   * @param labels labels of its own, completed here
   * @param annotations annotations of its own, completed here
   */
  static Namespace of(
      String name,
      Cluster cluster,
      SortedMap<String, String> labels,
      SortedMap<String, String> annotations) {
    labels.put(Labels.PREFIX + "gateway", cluster.gateway().name());
    return withoutRoutes(name, cluster, labels, annotations);
  }

  /** The Namespace, as one that the shared Gateway takes neither routes nor listeners from. */
  public static Namespace withoutRoutes(
      String name,
      Cluster cluster,
      SortedMap<String, String> labels,
      SortedMap<String, String> annotations) {
    addPodSecurity(labels, cluster.kubernetes().value());
    annotations.putAll(Labels.wave(WAVE));
    Namespace namespace = new Namespace();
    namespace.setMetadata(Metadata.of(name, labels, annotations));
    return namespace;
  }

  /** Enforced as of the cluster's version, so that an upgrade refuses nothing that runs. */
  private static void addPodSecurity(SortedMap<String, String> labels, String version) {
    for (String mode : new String[] {"audit", "enforce", "warn"}) {
      labels.put(POD_SECURITY + mode, "restricted");
      labels.put(
          POD_SECURITY + mode + "-version", mode.equals("enforce") ? "v" + version : "latest");
    }
  }
}
