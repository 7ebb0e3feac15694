package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.Container;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.kit.Mounts;
import java.util.List;
import java.util.Locale;

/**
 * Containers that bring labelled ConfigMaps of the shared applications into a folder: one before
 * the pod starts, so that it never starts with an empty folder, and one beside it.
 *
 * @param what ends the containers' names
 * @param label the label and its value that a ConfigMap must have
 * @param volume the volume that is mounted at the folder
 */
record ConfigMapWatch(String what, Label label, String volume, String folder) {

  /** What a ConfigMap must carry. */
  record Label(String key, String value) {}

  /** Lists once; an init container. */
  Container list(Platform platform) {
    return container("LIST", platform);
  }

  /** Watches for ever; a sidecar. */
  Container watch(Platform platform) {
    return container("WATCH", platform);
  }

  private Container container(String method, Platform platform) {
    Container container =
        Containers.of(
            method.toLowerCase(Locale.ROOT) + "-" + what, platform.image(ImageKeys.SIDECAR), true);
    container.setEnv(
        new Env()
            .set("METHOD", method)
            .set("RESOURCE", "configmap")
            .set("LABEL", label.key())
            .set("LABEL_VALUE", label.value())
            .set("FOLDER", folder)
            .set("NAMESPACE", Layout.ADMIN_APPS)
            .list());
    container.setResources(
        Containers.size(
            Containers.quantities("50m", "96Mi"), Containers.quantities("200m", "192Mi")));
    container.setVolumeMounts(List.of(Mounts.at(folder, volume)));
    return container;
  }
}
