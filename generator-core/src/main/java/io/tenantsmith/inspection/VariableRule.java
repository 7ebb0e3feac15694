package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Code;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Flux replaces what looks like a variable, unless the object says that it must not. */
final class VariableRule implements OutputRule {

  private static final String MARK = "kustomize.toolkit.fluxcd.io/substitute";
  private static final String VARIABLE = "${";

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (ObjectValues object : output.values()) {
      Node place = variable(object);
      if (place != null && !isMarked(object)) {
        report.accept(
            object.finding(
                Code.OBJ612,
                place,
                "\"${\" begins a variable that Flux would replace",
                "set the annotation " + MARK + ": disabled, or leave \"${\" out"));
      }
    }
  }

  private static @Nullable Node variable(ObjectValues object) {
    for (Node text : object.texts()) {
      if (text.text().contains(VARIABLE)) {
        return text;
      }
    }
    for (Node map : object.maps()) {
      for (Object key : map.map().keySet()) {
        if (key.toString().contains(VARIABLE)) {
          return map;
        }
      }
    }
    return null;
  }

  /** Flux takes the mark as an annotation or as a label. */
  private static boolean isMarked(ObjectValues object) {
    return List.of("annotations", "labels").stream()
        .anyMatch(field -> object.root().at("metadata", field, MARK).is("disabled"));
  }
}
