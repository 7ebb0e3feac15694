package io.tenantsmith.render.kit;

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
public final class Volumes {

  private Volumes() {}

  /** A folder that lives as long as the pod and may grow up to a size. */
  public static Volume scratch(String name, Bytes most) {
    EmptyDirVolumeSource source = new EmptyDirVolumeSource();
    source.setSizeLimit(new Quantity(most.text()));
    Volume volume = named(name);
    volume.setEmptyDir(source);
    return volume;
  }

  /** A claim. */
  public static Volume claim(String name, String claim) {
    PersistentVolumeClaimVolumeSource source = new PersistentVolumeClaimVolumeSource();
    source.setClaimName(claim);
    Volume volume = named(name);
    volume.setPersistentVolumeClaim(source);
    return volume;
  }

  /** A ConfigMap, every key a file. */
  public static Volume configMap(String name, String configMap) {
    ConfigMapVolumeSource source = new ConfigMapVolumeSource();
    source.setName(configMap);
    Volume volume = named(name);
    volume.setConfigMap(source);
    return volume;
  }

  /** A Secret; every key a file, or only those that are named. */
  public static Volume secret(String name, String secret, String... keys) {
    SecretVolumeSource source = new SecretVolumeSource();
    source.setSecretName(secret);
    source.setItems(List.of(keys).stream().map(Volumes::item).toList());
    Volume volume = named(name);
    volume.setSecret(source);
    return volume;
  }

  private static KeyToPath item(String key) {
    KeyToPath item = new KeyToPath();
    item.setKey(key);
    item.setPath(key);
    return item;
  }

  private static Volume named(String name) {
    Volume volume = new Volume();
    volume.setName(name);
    return volume;
  }
}
