package io.tenantsmith.objects;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field that nobody changes in an object that is there.
 *
 * @param kind kind of the object
 * @param path the keys to it
 * @param since from when on it is fixed
 * @param by who refuses a change
 */
public record ImmutableField(String kind, List<String> path, Since since, Refuser by) {

  /** Copies the path. */
  public ImmutableField {
    path = List.copyOf(path);
  }

  /** From when on a field is fixed. */
  public enum Since {
    /** From the first version of the object, whether it states the field or not. */
    CREATED,
    /** As soon as a version states it. */
    STATED,
    /** In objects that are marked {@code immutable: true}. */
    MARKED
  }

  /** Who refuses a change. */
  public enum Refuser {
    /** The API server itself, for everybody. */
    API_SERVER("the API server"),
    /** The admission webhook of an operator. */
    WEBHOOK("the operator's webhook");

    private final String label;

    Refuser(String label) {
      this.label = label;
    }

    /** The words in sentences. */
    public String label() {
      return label;
    }
  }

  /** The field in an object. */
  public Node in(Node root) {
    return root.at(path.toArray(String[]::new));
  }

  /**
   * Whether it differs between two versions in a way that is refused. Where the map around it is in
   * one version only, nobody compares what is in it.
   */
  public boolean isRefused(Map<String, Object> before, Map<String, Object> after) {
    Node old = in(Node.of(before));
    if (isMissing(old.parent()) || isMissing(in(Node.of(after)).parent())) {
      return false;
    }
    boolean fixed =
        switch (since) {
          case CREATED -> true;
          case STATED -> !old.isMissing();
          case MARKED -> Boolean.TRUE.equals(before.get("immutable"));
        };
    return fixed && !Trees.same(old.value(), in(Node.of(after)).value());
  }

  private static boolean isMissing(@Nullable Node node) {
    return node == null || node.isMissing();
  }

  /** Whether a change is one of this field or of something below it. */
  public boolean holds(FieldChange change) {
    return change.isBelow(path.toArray(String[]::new));
  }

  /** The key of the field itself. */
  public String last() {
    return path.get(path.size() - 1);
  }

  /** The path as users read it. */
  public String display() {
    return String.join(".", path);
  }
}
