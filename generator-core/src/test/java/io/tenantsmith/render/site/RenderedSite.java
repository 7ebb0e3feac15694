package io.tenantsmith.render.site;

import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A rendered site, and all files of its fleet. */
record RenderedSite(String fleet, ResolvedTenant tenant, Artifact file, List<Artifact> all) {

  /** The container that answers. */
  Node container() {
    return objects("Deployment").get(0).at("spec", "template", "spec", "containers").items().get(0);
  }

  /** One of its texts; empty if there is none of that name. */
  String text(String name) {
    return texts().getOrDefault(name, "");
  }

  /** What is mounted, by name. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    Node data = objects("ConfigMap").get(0).get("data");
    data.entries().forEach(entry -> texts.put(entry.key(), entry.text()));
    return texts;
  }

  /** Its objects of a kind. */
  List<Node> objects(String kind) {
    return file.objects().stream()
        .filter(object -> object.kind().equals(kind))
        .map(KubernetesObject::tree)
        .map(Node::of)
        .toList();
  }

  @Override
  public String toString() {
    return fleet + "/" + tenant.id();
  }
}
