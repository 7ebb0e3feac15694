package io.tenantsmith.patch;

import io.tenantsmith.model.Patch;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.render.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A patch that a tenant's state passes over.
 *
 * @param objects those of its objects that it would change; none if the state renders none of them
 */
public record LeftOutPatch(Sourced<Patch> patch, List<ObjectRef> objects) {

  /** Copies the list. */
  public LeftOutPatch {
    objects = List.copyOf(objects);
  }

  /** For people: what is not changed, and the line of the patch. */
  public String display() {
    String what =
        objects.isEmpty()
            ? target()
            : objects.stream()
                .map(object -> object.kind() + " " + object.name())
                .collect(Collectors.joining(", "));
    return what + ", line " + patch.range().line();
  }

  /** As the objects that it means are called, if it has no more than their kind and a name. */
  private String target() {
    Map<String, String> target = patch.value().target();
    String kind = target.get("kind");
    String name = target.get("name");
    return kind != null && name != null && target.size() == 2
        ? kind + " " + name
        : target.entrySet().stream()
            .map(field -> field.getKey() + " " + field.getValue())
            .collect(Collectors.joining(", "));
  }
}
