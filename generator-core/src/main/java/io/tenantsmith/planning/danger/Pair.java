package io.tenantsmith.planning.danger;

import io.tenantsmith.objects.Node;
import io.tenantsmith.objects.Trees;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.planning.difference.MatchedObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of one object; a version that is not there has no fields.
 *
 * @param differs whether the versions mean something else
 */
record Pair(MatchedObject object, Node before, Node after, boolean differs) {

  /**
   * The pair of an object; two where it has a new name, which is another object to a cluster: the
   * old one goes, the new one comes.
   */
  static List<Pair> of(MatchedObject object) {
    Map<String, Object> before = object.before();
    if (before == null || object.after() == null) {
      return List.of(single(object));
    }
    String old = node(before).at("metadata", "name").text();
    ObjectName name = object.name();
    if (old.equals(node(object.after()).at("metadata", "name").text())) {
      return List.of(single(object));
    }
    ObjectName former = new ObjectName(name.apiVersion(), name.kind(), name.namespace(), old);
    return List.of(
        single(new MatchedObject(former, object.file(), before, null)),
        single(new MatchedObject(name, object.file(), null, object.after())));
  }

  private static Pair single(MatchedObject object) {
    return new Pair(
        object,
        node(object.before()),
        node(object.after()),
        !Trees.same(object.before(), object.after()));
  }

  private static Node node(@Nullable Map<String, Object> tree) {
    return Node.of(tree == null ? Map.of() : tree);
  }

  ObjectName name() {
    return object.name();
  }

  boolean isOf(String kind) {
    return name().kind().equals(kind);
  }

  boolean isAdded() {
    return object.before() == null;
  }

  boolean isRemoved() {
    return object.after() == null;
  }

  /** Whether both versions are there and differ. */
  boolean isChanged() {
    return differs && !isAdded() && !isRemoved();
  }

  /** A danger of the whole object. */
  Danger danger(DangerKind kind, String text) {
    return new Danger(kind, name(), List.of(), text);
  }

  /** A danger at a place of one of its versions. */
  Danger danger(DangerKind kind, Node place, String text) {
    return new Danger(kind, name(), FieldSteps.to(name().kind(), place), text);
  }

  /** A danger at a path. */
  Danger danger(DangerKind kind, List<String> path, String text) {
    return new Danger(kind, name(), path, text);
  }
}
