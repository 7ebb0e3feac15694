package io.tenantsmith.render.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.tenantsmith.model.Bytes;
import java.util.List;

/** Makes volumes of pods. */
final class Volumes {

  private Volumes() {}

  /** An empty folder that may grow up to a size. */
  static Volume empty(String name, Bytes most) {
    EmptyDirVolumeSource source = new EmptyDirVolumeSource();
    source.setSizeLimit(new Quantity(most.text()));
    Volume volume = named(name);
    volume.setEmptyDir(source);
    return volume;
  }

  /** A claim. */
  static Volume claim(String name, String claim) {
    PersistentVolumeClaimVolumeSource source = new PersistentVolumeClaimVolumeSource();
    source.setClaimName(claim);
    Volume volume = named(name);
    volume.setPersistentVolumeClaim(source);
    return volume;
  }

  /** All files of a ConfigMap. */
  static Volume configMap(String name, String map) {
    ConfigMapVolumeSource source = new ConfigMapVolumeSource();
    source.setName(map);
    Volume volume = named(name);
    volume.setConfigMap(source);
    return volume;
  }

  /** One key of a Secret, as a file of that name. */
  static Volume secret(String name, String secret, String key) {
    KeyToPath item = new KeyToPath();
    item.setKey(key);
    item.setPath(key);
    SecretVolumeSource source = new SecretVolumeSource();
    source.setSecretName(secret);
    source.setItems(List.of(item));
    Volume volume = named(name);
    volume.setSecret(source);
    return volume;
  }

  private static Volume named(String name) {
    Volume volume = new Volume();
    volume.setName(name);
    return volume;
  }
}
