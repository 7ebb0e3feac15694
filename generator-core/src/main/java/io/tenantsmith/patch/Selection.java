package io.tenantsmith.patch;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.render.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The selection of a patch's target: every stated field must match; names are patterns. */
final class Selection {

  /** Patterns that mean the same to Go and Java, and cannot run long: no repeated group. */
  private static final Pattern SAFE = Pattern.compile("(?:[A-Za-z0-9./|()^$-]|(?<![)|(*^])\\*)+");

  private static final int MANY = 4;
  private static final String CLUSTER_SCOPED = "_non_namespaceable_";

  private final Map<String, String> target;
  private final List<Field> fields = new ArrayList<>();
  private final LabelSelector labels;
  private final LabelSelector annotations;

  private Selection(Map<String, String> target) throws PatchRefused {
    this.target = target;
    for (String name : List.of("group", "version", "kind", "name", "namespace")) {
      String text = target.getOrDefault(name, "");
      if (!text.isEmpty()) {
        fields.add(new Field(name, pattern(text)));
      }
    }
    labels = selector(target.get("labelSelector"));
    annotations = selector(target.get("annotationSelector"));
  }

  static Selection of(Map<String, String> target) throws PatchRefused {
    if (target.isEmpty()) {
      throw new PatchRefused("it has no target");
    }
    return new Selection(target);
  }

  boolean matches(ObjectRef ref, Map<String, ?> tree) {
    for (Field field : fields) {
      if (!field.matches(ref)) {
        return false;
      }
    }
    return labels.matches(metadata(tree, "labels"))
        && annotations.matches(metadata(tree, "annotations"));
  }

  /** The selection, for messages. */
  String display() {
    StringBuilder text = new StringBuilder();
    target.forEach(
        (name, value) -> text.append(text.isEmpty() ? "" : ", ").append(name + " " + value));
    return text.toString();
  }

  private static Pattern pattern(String text) throws PatchRefused {
    if (!SAFE.matcher(text).matches() || text.chars().filter(c -> c == '*').count() > MANY) {
      throw new PatchRefused("the pattern " + Quoted.quote(text) + " is not supported");
    }
    try {
      return Pattern.compile("^(?:" + text + ")$");
    } catch (PatternSyntaxException e) {
      throw new PatchRefused("the pattern " + Quoted.quote(text) + " cannot be read");
    }
  }

  private static LabelSelector selector(@Nullable String text) throws PatchRefused {
    return text == null ? new LabelSelector(List.of()) : LabelSelector.of(text);
  }

  private static Map<?, ?> metadata(Map<String, ?> tree, String field) {
    return tree.get("metadata") instanceof Map<?, ?> metadata
            && metadata.get(field) instanceof Map<?, ?> map
        ? map
        : Map.of();
  }

  /** One field of the target. */
  private record Field(String name, Pattern pattern) {

    boolean matches(ObjectRef ref) {
      return pattern.matcher(value(ref)).find();
    }

    private String value(ObjectRef ref) {
      return switch (name) {
        case "group" -> ref.group();
        case "version" -> ref.apiVersion().substring(ref.apiVersion().indexOf('/') + 1);
        case "kind" -> ref.kind();
        case "name" -> ref.name();
        default -> ref.namespace().isEmpty() ? CLUSTER_SCOPED : ref.namespace();
      };
    }
  }
}
