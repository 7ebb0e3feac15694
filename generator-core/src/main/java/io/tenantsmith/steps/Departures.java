package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Item;
import io.tenantsmith.engine.StepPlan.Leaving;
import io.tenantsmith.engine.StepPlan.ObjectCounts;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What becomes of a tenant's objects when a sync tool takes what is rendered. */
record Departures(Passage passage) {

  private static final String NAMESPACE = "Namespace";
  private static final String SECRET = "Secret";
  private static final String EXTERNAL = "ExternalSecret";

  /** What holds data: no backup brings back all of it once it is deleted. */
  private static final Set<String> DATA = Set.of(NAMESPACE, Claims.KIND, SECRET);

  ObjectCounts counts() {
    Map<String, KubernetesObject> old = passage.old().byKey();
    Map<String, KubernetesObject> fresh = passage.fresh().byKey();
    int unchanged = 0;
    int created = 0;
    for (Map.Entry<String, KubernetesObject> each : fresh.entrySet()) {
      KubernetesObject before = old.get(each.getKey());
      created += before == null ? 1 : 0;
      unchanged += before != null && before.tree().equals(each.getValue().tree()) ? 1 : 0;
    }
    int kept = fresh.size() - created;
    return new ObjectCounts(created, kept - unchanged, old.size() - kept, unchanged);
  }

  /** Secrets that external-secrets goes on to own: they leave the tree and keep their values. */
  List<String> handedBack() {
    return gone().stream().filter(this::isHandedBack).map(passage::name).toList();
  }

  /**
   * What leaves. An object whose mark is still there when it leaves Git stays in the cluster and is
   * forgotten, unless its namespace is deleted around it.
   */
  Leaving leaving() {
    List<KubernetesObject> gone = gone();
    boolean whole =
        gone.stream().anyMatch(o -> o.kind().equals(NAMESPACE) && !TenantObjects.isMarked(o));
    Map<String, Item> data = new LinkedHashMap<>();
    List<Item> objects = new ArrayList<>();
    List<Item> forgotten = new ArrayList<>();
    for (KubernetesObject object : gone) {
      Item item = item(object);
      boolean swept = whole && object.namespace().equals(passage.namespace());
      if (isHandedBack(object)) {
        continue;
      }
      if (TenantObjects.isMarked(object) && !swept) {
        forgotten.add(item);
      } else if (DATA.contains(object.kind()) && (whole || !isMadeAgain(object, gone))) {
        data.put(item.displayIn(""), item);
      } else {
        objects.add(item);
      }
    }
    if (whole) {
      inNamespace(gone).forEach(item -> data.putIfAbsent(item.displayIn(""), item));
    }
    return new Leaving(List.copyOf(data.values()), objects, forgotten);
  }

  private boolean isHandedBack(KubernetesObject object) {
    return object.kind().equals(SECRET)
        && TenantObjects.isMarked(object)
        && passage.fresh().all().stream().anyMatch(other -> isMakerOf(object, other));
  }

  /** A Secret that goes with whoever made it: if that comes back, so does the Secret. */
  private static boolean isMadeAgain(KubernetesObject object, List<KubernetesObject> gone) {
    return object.kind().equals(SECRET)
        && gone.stream().anyMatch(other -> isMakerOf(object, other));
  }

  private static boolean isMakerOf(KubernetesObject secret, KubernetesObject other) {
    return other.kind().equals(EXTERNAL)
        && other.namespace().equals(secret.namespace())
        && Node.of(other.tree()).at("spec", "target", "name").is(secret.ref().name());
  }

  private List<KubernetesObject> gone() {
    Set<String> fresh = passage.fresh().byKey().keySet();
    return passage.old().where(object -> !fresh.contains(TenantObjects.key(object)));
  }

  /** What goes with the namespace though no file of it has the object. */
  private List<Item> inNamespace(List<KubernetesObject> gone) {
    List<Item> items = new ArrayList<>(Claims.ofDatabase(passage.before()));
    for (KubernetesObject object : gone) {
      if (object.kind().equals(EXTERNAL) && isIn(object, passage.namespace())) {
        String name = Node.of(object.tree()).at("spec", "target", "name").text();
        items.add(new Item(SECRET, passage.namespace(), name, null, null));
      }
    }
    return items;
  }

  private static boolean isIn(KubernetesObject object, String namespace) {
    return object.namespace().equals(namespace)
        && Node.of(object.tree()).at("spec", "target", "creationPolicy").is("Orphan");
  }

  static Item item(KubernetesObject object) {
    Node spec = Node.of(object.tree()).get("spec");
    boolean claim = object.kind().equals(Claims.KIND);
    return new Item(
        object.kind(),
        object.namespace(),
        object.ref().name(),
        claim ? spec.at("resources", "requests", "storage").text() : null,
        claim ? spec.get("storageClassName").text() : null);
  }
}
