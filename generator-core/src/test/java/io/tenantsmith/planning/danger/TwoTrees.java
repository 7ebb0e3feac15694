package io.tenantsmith.planning.danger;

import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.planning.difference.MatchedObject;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Objects of two trees, matched by group, kind, namespace and name. */
final class TwoTrees {

  private TwoTrees() {}

  static List<MatchedObject> matched(
      List<Map<String, Object>> before, List<Map<String, Object>> after) {
    Map<String, Map<String, Object>> old = byName(before);
    Map<String, Map<String, Object>> now = byName(after);
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    List<MatchedObject> matched = new ArrayList<>();
    for (String name : names) {
      Map<String, Object> tree = now.getOrDefault(name, old.get(name));
      var ref = KubernetesObject.of(tree).ref();
      ObjectName object = new ObjectName(ref.apiVersion(), ref.kind(), ref.namespace(), ref.name());
      matched.add(new MatchedObject(object, "file.yaml", old.get(name), now.get(name)));
    }
    return matched;
  }

  private static Map<String, Map<String, Object>> byName(List<Map<String, Object>> trees) {
    Map<String, Map<String, Object>> byName = new LinkedHashMap<>();
    for (Map<String, Object> tree : trees) {
      var ref = KubernetesObject.of(tree).ref();
      String before = ref.group() + " " + ref.display();
      if (byName.put(before, tree) != null) {
        throw new AssertionError("twice: " + before);
      }
    }
    return byName;
  }
}
