package io.tenantsmith.steps;

import io.tenantsmith.objects.Node;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The Kubernetes objects of one tenant, as they are published or as they are rendered.
 *
 * @param all in the order of files
 * @param facts what the folder's tenant.json says; empty for objects that are not published
 * @param unread names of files that could not be read; what they hold is not known
 */
public record TenantObjects(
    List<KubernetesObject> all, Map<String, Object> facts, List<String> unread) {

  /** A tenant without an object. */
  public static final TenantObjects NONE = new TenantObjects(List.of(), Map.of(), List.of());

  private static final String NO_PRUNE = "kustomize.toolkit.fluxcd.io/prune";

  /** Copies the lists. */
  public TenantObjects {
    all = List.copyOf(all);
    facts = Map.copyOf(facts);
    unread = List.copyOf(unread);
  }

  /** Those of rendered files, read as the published ones are, so that the two can be compared. */
  public static TenantObjects of(List<Artifact> artifacts) {
    Map<String, byte[]> files = new TreeMap<>();
    artifacts.forEach(
        file -> files.put(file.path().name(), file.text().getBytes(StandardCharsets.UTF_8)));
    return read(files);
  }

  /** Those of published files, by name; what is no manifest holds none. */
  public static TenantObjects read(Map<String, byte[]> files) {
    Manifests manifests = new Manifests();
    List<KubernetesObject> objects = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    new TreeMap<>(files)
        .forEach(
            (name, content) ->
                manifests
                    .read(name, content)
                    .ifPresentOrElse(objects::addAll, () -> unread.add(name)));
    byte[] facts = files.get("tenant.json");
    return new TenantObjects(
        objects, facts == null ? Map.of() : manifests.facts(facts).orElse(Map.of()), unread);
  }

  /** Whether an object is protected from being pruned. */
  public static boolean isMarked(KubernetesObject object) {
    return annotation(object, NO_PRUNE).filter("disabled"::equals).isPresent();
  }

  /** An annotation of an object. */
  static Optional<String> annotation(KubernetesObject object, String name) {
    String text = Node.of(object.tree()).at("metadata", "annotations", name).text();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** The identity of an object without the version of its kind. */
  public static String key(KubernetesObject object) {
    return object.ref().group() + " " + object.ref().display();
  }

  /** Those of a kind. */
  public List<KubernetesObject> ofKind(String kind) {
    return where(object -> object.kind().equals(kind));
  }

  /** The object of that kind and name. */
  public Optional<KubernetesObject> find(String kind, String name) {
    return where(object -> object.kind().equals(kind) && object.ref().name().equals(name)).stream()
        .findFirst();
  }

  /** Those that fulfil a condition. */
  List<KubernetesObject> where(Predicate<KubernetesObject> condition) {
    return all.stream().filter(condition).toList();
  }

  /** By identity. */
  Map<String, KubernetesObject> byKey() {
    Map<String, KubernetesObject> byKey = new TreeMap<>();
    all.forEach(object -> byKey.put(key(object), object));
    return byKey;
  }
}
