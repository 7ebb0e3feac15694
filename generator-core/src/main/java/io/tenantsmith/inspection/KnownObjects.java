package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.OperatorObjects;
import io.tenantsmith.model.BackupStore;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.MailRelay;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.PlatformObjects;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is there once a tenant is applied: its objects, what is made of them, the platform's. */
final class KnownObjects {

  private final Set<Key> known = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  private KnownObjects() {}

  /** The objects that a tenant has or may name. */
  static KnownObjects of(TenantOutput output) {
    KnownObjects objects = new KnownObjects();
    objects.addPlatform(output);
    for (ObjectValues object : output.values()) {
      objects.addRendered(object);
    }
    return objects;
  }

  boolean holds(Reference reference) {
    return holds(reference.kind(), reference.namespace(), reference.name());
  }

  boolean holds(String kind, String namespace, String name) {
    return known.contains(new Key(kind, namespace, name));
  }

  /** Whether any of them is called so. */
  boolean isName(String name) {
    return names.contains(name);
  }

  private void addRendered(ObjectValues object) {
    String namespace = object.namespace();
    Node spec = object.spec();
    add(object.kind(), namespace, object.name());
    switch (object.kind()) {
      case "ExternalSecret" ->
          add("Secret", namespace, spec.at("target", "name").textOr(object.name()));
      case "Certificate" -> add("Secret", namespace, spec.get("secretName").text());
      case "Namespace" -> {
        add("ConfigMap", object.name(), "kube-root-ca.crt");
        add("ServiceAccount", object.name(), "default");
      }
      case "MariaDB" -> addDatabase(object, OperatorObjects.of(object));
      default -> {}
    }
  }

  private void addDatabase(ObjectValues database, OperatorObjects made) {
    String namespace = database.namespace();
    made.services().forEach(name -> add("Service", namespace, name));
    made.secrets().forEach(name -> add("Secret", namespace, name));
    made.configMaps().forEach(name -> add("ConfigMap", namespace, name));
    made.accounts().forEach(name -> add("ServiceAccount", namespace, name));
    add("StatefulSet", namespace, database.name());
  }

  /** What tenants may name of it. */
  private void addPlatform(TenantOutput output) {
    Cluster cluster = output.tenant().cluster();
    add("Gateway", cluster.gateway().namespace(), cluster.gateway().name());
    add("ClusterIssuer", "", cluster.issuer().name());
    add("StorageClass", "", cluster.storageClasses().shared());
    add("StorageClass", "", cluster.storageClasses().single());
    add("VolumeSnapshotClass", "", cluster.storageClasses().snapshot());
    add("PriorityClass", "", PlatformObjects.WEB_PRIORITY);
    add("PriorityClass", "", PlatformObjects.DATA_PRIORITY);
    BackupStore backup = cluster.backup();
    add("ConfigMap", backup.veleroNamespace(), PlatformObjects.VOLUME_POLICY);
    add("Service", Layout.ADMIN_APPS, PlatformObjects.LOGIN_SERVICE);
    List.of(PlatformObjects.CLIENT_SECRETS, PlatformObjects.PASSWORDS)
        .forEach(name -> add("Password", Layout.ADMIN_APPS, name));
    cluster
        .mail()
        .flatMap(MailRelay::secret)
        .ifPresent(name -> add("Secret", Layout.ADMIN_APPS, name));
    boolean vault = output.fleet().services().secrets().asksForVault();
    if (vault) {
      add("SecretStore", Layout.ADMIN_APPS, PlatformObjects.VAULT_STORE);
    }
    if (!vault || backup.sharesKeys()) {
      add("Secret", Layout.ADMIN_APPS, backup.secretOf(output.id()));
    }
  }

  private void add(String kind, String namespace, String name) {
    known.add(new Key(kind, namespace, name));
    names.add(name);
  }

  /** By hand, since it is made and looked up for every object and every reference. */
  private record Key(String kind, String namespace, String name) {

    @Override
    public int hashCode() {
      return (kind.hashCode() * 31 + namespace.hashCode()) * 31 + name.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && name.equals(key.name)
          && kind.equals(key.kind)
          && namespace.equals(key.namespace);
    }
  }
}
