package io.tenantsmith.planning.danger;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.planning.difference.MatchedObject;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All objects of a tenant, or of the files that are shared, in two states. */
final class Comparison {

  private final List<Pair> pairs;
  private final DangerContext context;
  private final List<ObjectValues> before = new ArrayList<>();
  private final List<ObjectValues> after = new ArrayList<>();
  private final PodPairs pods;
  private final Set<String> lostNamespaces;

  Comparison(List<MatchedObject> objects, DangerContext context) {
    this.pairs = objects.stream().flatMap(object -> Pair.of(object).stream()).toList();
    this.context = context;
    for (MatchedObject object : objects) {
      Map<String, Object> old = object.before();
      Map<String, Object> now = object.after();
      if (old != null) {
        before.add(ObjectValues.of(KubernetesObject.of(old)));
      }
      if (now != null) {
        after.add(ObjectValues.of(KubernetesObject.of(now)));
      }
    }
    this.pods = PodPairs.of(before, after);
    this.lostNamespaces =
        pairs.stream()
            .filter(pair -> pair.isOf("Namespace") && pair.isRemoved())
            .map(pair -> pair.name().name())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Every object. */
  List<Pair> pairs() {
    return pairs;
  }

  /** Every object of these kinds. */
  List<Pair> pairs(String... kinds) {
    List<String> wanted = List.of(kinds);
    return pairs.stream().filter(pair -> wanted.contains(pair.name().kind())).toList();
  }

  DangerContext context() {
    return context;
  }

  /** The objects of the base. */
  List<ObjectValues> before() {
    return before;
  }

  /** The objects as they are to be. */
  List<ObjectValues> after() {
    return after;
  }

  /** The pods that both make. */
  PodPairs pods() {
    return pods;
  }

  /** The pair that an object belongs to. */
  Pair pair(ObjectValues object) {
    return pairs.stream().filter(pair -> isThat(pair, object)).findFirst().orElseThrow();
  }

  private static boolean isThat(Pair pair, ObjectValues object) {
    return pair.isOf(object.kind())
        && pair.name().name().equals(object.name())
        && pair.name().namespace().equals(object.namespace());
  }

  /** Whether a namespace is there in the base and no more afterwards. */
  boolean losesNamespace(String namespace) {
    return lostNamespaces.contains(namespace);
  }
}
