package io.tenantsmith.explain;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.PeakDemand;
import io.tenantsmith.demand.Pods;
import io.tenantsmith.engine.ExplainResult.Role;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.FieldOrigin;
import io.tenantsmith.render.FieldOrigins;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an amount of a quota is made of: of all that the objects read, which is nearly everything,
 * what is in the fields that the amount counts.
 */
final class QuotaReads {

  /** They decide how many pods there are at the most. */
  private static final List<String> COUNTS =
      List.of("/replicas", "/minReplicas", "/maxReplicas", "/maxSurge", "/maxUnavailable");

  /** They decide what a tenant has at all, also of what it does not have now. */
  private static final List<Key<?>> CONCERNS = concerns();

  /** What a tier does not limit is in no quota. */
  private static final Map<String, Key<?>> LIMITS =
      Map.of(
          "cpu", TierKeys.LIMIT_CPU,
          "memory", TierKeys.LIMIT_MEMORY,
          "storage", TierKeys.LIMIT_STORAGE);

  /** Each pod, or each pod of a database, takes one. */
  private static final Set<String> OF_PODS = Set.of("pods", "persistentvolumeclaims");

  /** Of these, the operator makes more for a database that is replicated. */
  private static final Set<String> OF_REPLICATION = Set.of("services", "secrets");

  private static final Set<String> MEASURES = Set.of("cpu", "memory", "storage");

  private final ExplainedPart part;

  QuotaReads(ExplainedPart part) {
    this.part = part;
  }

  private static List<Key<?>> concerns() {
    List<Key<?>> keys = new ArrayList<>(TenantKeys.FEATURES);
    keys.add(TenantKeys.STATE);
    keys.add(TierKeys.OPEN_WEBUI);
    return List.copyOf(keys);
  }

  /** Whether a field is one amount of a quota, or of the limits of a container. */
  boolean concerns(FieldOrigin origin, FieldPath path) {
    List<String> values = origin.field().values();
    return !path.last().equals(FieldFormulas.QUOTA)
        && !path.last().equals("max")
        && (values.contains(FieldFormulas.QUOTA) || values.contains(FieldFormulas.LARGEST));
  }

  /** Adds what is in the fields that an amount counts. */
  void add(FieldOrigin field, FieldPath path, Movers movers) {
    boolean largest = field.field().values().contains(FieldFormulas.LARGEST);
    String resource = largest ? "limits." + path.last() : path.last();
    CONCERNS.forEach(key -> movers.add(Role.CONDITION, key, part.settings()));
    Key<?> limit = LIMITS.get(resource.substring(resource.lastIndexOf('.') + 1));
    if (limit != null) {
      movers.add(Role.CONDITION, limit, part.settings());
    }
    if (resource.contains(".storageclass.")) {
      movers.add(Role.CONDITION, ClusterKeys.SHARED_CLASS, part.settings());
      movers.add(Role.CONDITION, ClusterKeys.SINGLE_CLASS, part.settings());
    }
    for (Artifact file : part.files().own()) {
      for (KubernetesObject object : file.objects()) {
        if (counts(resource, object)) {
          add(file.origins(), object, new Counted(resource, largest), movers);
        }
      }
    }
  }

  private void add(FieldOrigins origins, KubernetesObject object, Counted counted, Movers movers) {
    for (FieldOrigin origin : origins.of(object.ref())) {
      String pointer = origin.field().pointer();
      if (counted.isAt(pointer)) {
        movers.add(Role.VALUE, origin.values());
        movers.add(Role.CONDITION, origin.conditions());
      } else if (pointer.isEmpty()) {
        movers.add(Role.CONDITION, origin.conditions());
      }
    }
  }

  private boolean counts(String resource, KubernetesObject object) {
    boolean[] takes = new boolean[1];
    ObjectValues values = ObjectValues.of(object);
    PeakDemand.of(
        part.namespace(),
        List.of(values),
        Pods.of(List.of(values)),
        (taker, taken, amount) -> takes[0] |= taken.equals(resource) && amount.milli() > 0);
    return takes[0] || object.kind().equals("HorizontalPodAutoscaler");
  }

  /**
   * What an amount counts.
   *
   * @param resource for instance {@code requests.cpu}, or {@code services}
   * @param largest whether it is that of the largest container, of whom one counts
   */
  private record Counted(String resource, boolean largest) {

    boolean isAt(String pointer) {
      int dot = resource.lastIndexOf('.');
      String measure = resource.substring(dot + 1);
      boolean measured = MEASURES.contains(measure);
      if (COUNTS.stream().anyMatch(pointer::endsWith)) {
        return !largest && (measured || OF_PODS.contains(resource));
      }
      if (pointer.equals("/spec/replication") || pointer.equals("/spec/replication/enabled")) {
        return OF_REPLICATION.contains(resource);
      }
      if (measure.equals("storage")) {
        return pointer.endsWith("/storage") || pointer.endsWith("/size");
      }
      return measured
          && dot > 0
          && pointer.endsWith("/resources/" + resource.substring(0, dot) + "/" + measure);
    }
  }
}
