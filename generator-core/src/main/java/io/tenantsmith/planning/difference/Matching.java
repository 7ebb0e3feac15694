package io.tenantsmith.planning.difference;

import io.tenantsmith.objects.Trees;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.ObjectRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds for each object of the older tree the one that it has become. */
final class Matching {

  private final Map<Identity, Located> before;
  private final Map<Identity, Located> after;
  private final Map<Identity, Identity> renamed = new LinkedHashMap<>();

  Matching(Map<Identity, Located> before, Map<Identity, Located> after) {
    this.before = before;
    this.after = after;
    Map<Identity, List<Identity>> gone = stems(before, after);
    Map<Identity, List<Identity>> added = stems(after, before);
    gone.forEach(
        (stem, old) -> {
          List<Identity> now = added.getOrDefault(stem, List.of());
          if (old.size() == 1 && now.size() == 1) {
            renamed.put(now.get(0), old.get(0));
          }
        });
  }

  /**
   * What no two objects of a tree have in common.
   *
   * @param number 0, or how many objects of the same name stand before it, as in a tree that was
   *     edited by hand
   */
  record Identity(String group, String kind, String namespace, String name, int number) {

    static Identity of(ObjectRef ref) {
      return new Identity(ref.group(), ref.kind(), ref.namespace(), ref.name(), 0);
    }

    /** A record's own hash goes through a method handle, which costs more than all of it. */
    @Override
    public int hashCode() {
      return 31 * (31 * name.hashCode() + kind.hashCode()) + namespace.hashCode() + number;
    }

    Identity next() {
      return new Identity(group, kind, namespace, name, number + 1);
    }

    /** The same under the part of its name that has no digest; null if it has none. */
    @Nullable Identity stem() {
      return GeneratedNames.stem(name)
          .map(stem -> new Identity(group, kind, namespace, stem, number))
          .orElse(null);
    }
  }

  /** An object and the path of its file. */
  record Located(String file, KubernetesObject object) {}

  List<MatchedObject> differing() {
    List<MatchedObject> differing = new ArrayList<>();
    for (Map.Entry<Identity, Located> entry : after.entrySet()) {
      Located old = before.get(renamed.getOrDefault(entry.getKey(), entry.getKey()));
      if (old == null || !Trees.same(old.object().tree(), entry.getValue().object().tree())) {
        differing.add(matched(entry.getValue(), old, entry.getValue()));
      }
    }
    for (Map.Entry<Identity, Located> entry : before.entrySet()) {
      if (!after.containsKey(entry.getKey()) && !renamed.containsValue(entry.getKey())) {
        differing.add(matched(entry.getValue(), entry.getValue(), null));
      }
    }
    differing.sort(Comparator.comparing(MatchedObject::file));
    return differing;
  }

  private static MatchedObject matched(
      Located named, @Nullable Located before, @Nullable Located after) {
    return new MatchedObject(
        Difference.name(named.object().ref()),
        named.file(),
        before == null ? null : before.object().tree(),
        after == null ? null : after.object().tree());
  }

  /** Those that the other tree does not have, by the part of their name that stays. */
  private static Map<Identity, List<Identity>> stems(
      Map<Identity, Located> objects, Map<Identity, Located> others) {
    Map<Identity, List<Identity>> stems = new HashMap<>();
    Stream<Identity> own = objects.keySet().stream().filter(name -> !others.containsKey(name));
    own.filter(name -> name.stem() != null)
        .forEach(
            name ->
                stems
                    .computeIfAbsent(Objects.requireNonNull(name.stem()), s -> new ArrayList<>())
                    .add(name));
    return stems;
  }
}
