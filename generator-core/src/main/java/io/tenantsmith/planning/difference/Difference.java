package io.tenantsmith.planning.difference;

import io.tenantsmith.objects.Trees;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
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
    SortedMap<String, List<KubernetesObject>> old = objects(before);
    SortedMap<String, List<KubernetesObject>> now = objects(after);
    for (String path : List.copyOf(now.keySet())) {
      if (areTheSame(old.getOrDefault(path, List.of()), now.getOrDefault(path, List.of()))) {
        old.remove(path);
        now.remove(path);
      }
    }
    return new Matching(located(old), located(now)).differing();
  }

  /** How each of these objects differs. */
  public static List<ObjectChange> changes(List<MatchedObject> matched) {
    return matched.stream().map(ObjectDifference::of).map(Difference::withTexts).toList();
  }

  /** The same for comparisons of many alike objects: how texts differ is not looked at. */
  public static List<ObjectChange> values(List<MatchedObject> matched) {
    return matched.stream().map(ObjectDifference::of).toList();
  }

  /** A change with how its texts differ, where that was not looked at. */
  public static ObjectChange withTexts(ObjectChange change) {
    return change.with(change.values().stream().map(Difference::withText).toList());
  }

  private static ValueChange withText(ValueChange value) {
    List<String> path = value.path();
    if (path.isEmpty() || value.text() != null) {
      return value;
    }
    return new ValueChange(
        path,
        value.before(),
        value.after(),
        value.form(),
        TextDifference.ofValues(path.get(path.size() - 1), value.before(), value.after()),
        value.causes());
  }

  /** The digests in a change, in the order in which they come: they follow from the rest of it. */
  public static List<String> digests(ObjectChange change) {
    List<String> digests = new ArrayList<>();
    for (ValueChange value : change.values()) {
      String key = value.path().isEmpty() ? "" : value.path().get(value.path().size() - 1);
      Derived.digests(key, value.before(), digests::add);
      Derived.digests(key, value.after(), digests::add);
    }
    return digests;
  }

  /** The files without objects that differ, sorted by path. */
  public static List<FileChange> files(List<TreeFile> before, List<TreeFile> after) {
    Map<String, TreeFile> old = withoutObjects(before);
    Map<String, TreeFile> now = withoutObjects(after);
    Set<String> paths = new TreeSet<>(old.keySet());
    paths.addAll(now.keySet());
    List<FileChange> changes = new ArrayList<>();
    for (String path : paths) {
      FileDifference.of(path, text(old.get(path)), text(now.get(path))).ifPresent(changes::add);
    }
    return changes;
  }

  private static @Nullable String text(@Nullable TreeFile file) {
    return file == null ? null : file.text().get();
  }

  private static Map<String, TreeFile> withoutObjects(List<TreeFile> files) {
    Map<String, TreeFile> byPath = new TreeMap<>();
    files.stream().filter(file -> file.objects().isEmpty()).forEach(f -> byPath.put(f.path(), f));
    return byPath;
  }

  /** By path; the objects of a file may come in several parts. */
  private static SortedMap<String, List<KubernetesObject>> objects(List<TreeFile> files) {
    SortedMap<String, List<KubernetesObject>> objects = new TreeMap<>();
    for (TreeFile file : files) {
      objects.merge(file.path(), file.objects(), Difference::joined);
    }
    return objects;
  }

  private static List<KubernetesObject> joined(
      List<KubernetesObject> some, List<KubernetesObject> more) {
    List<KubernetesObject> joined = new ArrayList<>(some);
    joined.addAll(more);
    return joined;
  }

  /** Patched objects differ though the text of their file does not, so objects are compared. */
  private static boolean areTheSame(List<KubernetesObject> some, List<KubernetesObject> others) {
    if (some == others) {
      return true; // of one rendering, as most files of two states are
    }
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!Trees.same(some.get(i).tree(), others.get(i).tree())) {
        return false;
      }
    }
    return true;
  }

  private static Map<Matching.Identity, Matching.Located> located(
      SortedMap<String, List<KubernetesObject>> files) {
    Map<Matching.Identity, Matching.Located> located = new LinkedHashMap<>();
    files.forEach(
        (path, objects) -> {
          for (KubernetesObject object : objects) {
            Matching.Identity identity = Matching.Identity.of(object.ref());
            while (located.containsKey(identity)) {
              identity = identity.next();
            }
            located.put(identity, new Matching.Located(path, object));
          }
        });
    return located;
  }

  /** The name of an object in a plan. */
  public static ObjectName name(ObjectRef ref) {
    return new ObjectName(ref.apiVersion(), ref.kind(), ref.namespace(), ref.name());
  }
}
