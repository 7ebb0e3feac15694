package io.tenantsmith.planning.difference;

import io.tenantsmith.objects.Trees;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two trees, or between the same part of both. */
public final class Difference {

  private Difference() {}

  /**
   * The objects that differ, sorted by file. An object is the same if group, kind, namespace and
   * name are, whatever file it is in; versions of one kind are one object. One whose name has a
   * digest of its own fields is the same under its next name.
   */
  public static List<MatchedObject> matched(List<TreeFile> before, List<TreeFile> after) {
    Map<String, TreeFile> old = byPath(before);
    Map<String, TreeFile> now = byPath(after);
    for (TreeFile file : after) {
      if (holdsTheSame(file, old.get(file.path()))) {
        old.remove(file.path());
        now.remove(file.path());
      }
    }
    return new Matching(located(old), located(now)).differing();
  }

  /** How each of these objects differs. */
  public static List<ObjectChange> changes(List<MatchedObject> matched) {
    return matched.stream().map(ObjectDifference::of).toList();
  }

  /** The files without objects that differ, sorted by path. */
  public static List<FileChange> files(List<TreeFile> before, List<TreeFile> after) {
    Map<String, TreeFile> old = byPath(before);
    Map<String, TreeFile> now = byPath(after);
    Set<String> paths = new TreeSet<>(old.keySet());
    paths.addAll(now.keySet());
    List<FileChange> changes = new ArrayList<>();
    for (String path : paths) {
      FileDifference.of(path, textOf(old.get(path)), textOf(now.get(path)))
          .ifPresent(changes::add);
    }
    return changes;
  }

  /** The text of a file without objects; null if there is none. */
  private static @Nullable String textOf(@Nullable TreeFile file) {
    return file == null || !file.objects().isEmpty() ? null : file.text().get();
  }

  private static Map<String, TreeFile> byPath(List<TreeFile> files) {
    Map<String, TreeFile> byPath = new TreeMap<>();
    files.forEach(file -> byPath.put(file.path(), file));
    return byPath;
  }

  /** Patched objects differ though the text of their file does not, so only objects count. */
  private static boolean holdsTheSame(TreeFile one, @Nullable TreeFile other) {
    if (other == null || one.objects().size() != other.objects().size()) {
      return false;
    }
    for (int i = 0; i < one.objects().size(); i++) {
      if (!Trees.same(one.objects().get(i).tree(), other.objects().get(i).tree())) {
        return false;
      }
    }
    return true;
  }

  private static Map<Matching.Identity, Matching.Located> located(Map<String, TreeFile> files) {
    Map<Matching.Identity, Matching.Located> located = new LinkedHashMap<>();
    for (TreeFile file : files.values()) {
      for (KubernetesObject object : file.objects()) {
        Matching.Identity identity = Matching.Identity.of(object.ref(), 0);
        while (located.containsKey(identity)) {
          identity = identity.next();
        }
        located.put(identity, new Matching.Located(file.path(), object));
      }
    }
    return located;
  }

  static ObjectName name(ObjectRef ref) {
    return new ObjectName(ref.apiVersion(), ref.kind(), ref.namespace(), ref.name());
  }
}
