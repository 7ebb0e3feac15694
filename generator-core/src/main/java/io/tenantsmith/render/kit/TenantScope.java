package io.tenantsmith.render.kit;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.CustomObject;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.template.Rendering;
import io.tenantsmith.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tenant in its fleet: the names, labels and places that its objects have in common. */
public record TenantScope(ResolvedTenant tenant, Fleet fleet) {

  /** The tenant's id. */
  public String id() {
    return tenant.id().value();
  }

  /** The tenant's namespace. */
  public String namespace() {
    return tenant.namespace();
  }

  /** What a secret of the tenant is called in admin-apps, beside those of all others. */
  public String shared(String secret) {
    return secret + "-" + id();
  }

  /** Labels of every object of the tenant. */
  public SortedMap<String, String> labels() {
    return Labels.labels(fleet, tenant);
  }

  /** Metadata of an object in the tenant's namespace. */
  public ObjectMeta metadata(String name) {
    return metadata(name, namespace());
  }

  /** Metadata of an object in another namespace, which then must not be one of another tenant. */
  public ObjectMeta metadata(String name, String namespace) {
    ObjectMeta metadata = Metadata.of(name, labels(), new TreeMap<>());
    metadata.setNamespace(namespace);
    return metadata;
  }

  /** Begins a custom object in the tenant's namespace. */
  public CustomObject custom(String apiVersion, String kind, String name) {
    return CustomObject.of(apiVersion, kind, name).in(namespace()).labelled(labels());
  }

  /** A file of the tenant's folder. */
  public Artifact file(String name, List<Map<String, Object>> objects) {
    return Manifest.ofTenant(tenant, name, objects).written(YamlWriter::write);
  }

  /** A file of the tenant's folder, whose objects come from templates. */
  public Artifact file(String name, Rendering... renderings) {
    return Manifest.rendered(
        Layout.tenant(tenant).resolve(name),
        tenant.file(),
        List.of(renderings));
  }

  /** Metadata of an object that is part of an application. */
  public ObjectMeta metadata(String name, Component component) {
    SortedMap<String, String> labels = Labels.labels(fleet, tenant);
    labels.putAll(component.labels());
    return metadata(name, labels, new TreeMap<>());
  }

  /** Metadata of an object that no sync tool may remove. */
  public ObjectMeta keptMetadata(String name) {
    return metadata(name, Labels.labels(fleet, tenant), Labels.noPrune());
  }

  /** Metadata of pods; without the tier, so that a change of tier touches no immutable Job. */
  public ObjectMeta podMetadata(Component component) {
    SortedMap<String, String> labels = component.labels();
    labels.put(Labels.PREFIX + "tenant", tenant.id().value());
    ObjectMeta metadata = new ObjectMeta();
    metadata.setLabels(labels);
    return metadata;
  }

  /** Address under which the tenant's people see the applications of Authentik. */
  public String issuer() {
    HostName host = tenant.hosts().loginHost().orElse(fleet.identity().host().value());
    return "https://" + host + "/application/o/";
  }

  private ObjectMeta metadata(
      String name, SortedMap<String, String> labels, SortedMap<String, String> annotations) {
    ObjectMeta metadata = Metadata.of(name, labels, annotations);
    metadata.setNamespace(tenant.namespace());
    return metadata;
  }
}
