package io.tenantsmith.render.kit;

import io.fabric8.kubernetes.api.model.VolumeMount;

/** Makes mounts of volumes. */
public final class Mounts {

  private Mounts() {}

  /** A folder that the container may write. */
  public static VolumeMount at(String path, String volume) {
    VolumeMount mount = new VolumeMount();
    mount.setName(volume);
    mount.setMountPath(path);
    return mount;
  }

  /** A folder of the volume that the container may write. */
  public static VolumeMount at(String path, String volume, String folder) {
    VolumeMount mount = at(path, volume);
    mount.setSubPath(folder);
    return mount;
  }

  /** A folder to read. */
  public static VolumeMount readOnly(String path, String volume) {
    VolumeMount mount = at(path, volume);
    mount.setReadOnly(true);
    return mount;
  }

  /** One file of the volume, to read. */
  public static VolumeMount readOnly(String path, String volume, String file) {
    VolumeMount mount = readOnly(path, volume);
    mount.setSubPath(file);
    return mount;
  }
}
