package io.tenantsmith.planning.danger;

import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.planning.difference.Difference;
import io.tenantsmith.planning.difference.MatchedObject;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Objects of two trees, matched as a plan matches them, with those that do not differ. */
final class TwoTrees {

  private TwoTrees() {}

  static List<MatchedObject> matched(
      List<Map<String, Object>> before, List<Map<String, Object>> after) {
    List<MatchedObject> all = new ArrayList<>(Difference.matched(files(before), files(after)));
    Set<ObjectName> differing = new HashSet<>();
    all.forEach(object -> differing.add(object.name()));
    for (Map<String, Object> tree : after) {
      ObjectName name = Difference.name(KubernetesObject.of(tree).ref());
      if (differing.add(name)) {
        all.add(new MatchedObject(name, "file.yaml", tree, tree));
      }
    }
    return all;
  }

  private static List<TreeFile> files(List<Map<String, Object>> trees) {
    List<KubernetesObject> objects = trees.stream().map(KubernetesObject::of).toList();
    return List.of(new TreeFile("file.yaml", objects, () -> ""));
  }
}
