package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import java.util.List;
import java.util.function.Consumer;

/** Flux replaces what looks like a variable, unless the object is annotated against it. */
final class VariableRule implements OutputRule {

  private static final String MARK = "kustomize.toolkit.fluxcd.io/substitute";

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    String reported = "";
    for (Place place : output.places(Trait.DOLLAR)) {
      String object = place.object().object().ref().display();
      if (!object.equals(reported) && !isMarked(place.object())) {
        reported = object;
        report.accept(
            place.finding(
                Code.OBJ612,
                "\"${\" begins a variable that Flux would replace",
                "leave \"${\" out; only what is rendered without a patch is marked so that Flux"
                    + " leaves it alone"));
      }
    }
  }

  /** Whether the object is marked; Flux accepts the mark as an annotation or as a label. */
  private static boolean isMarked(ObjectValues object) {
    return List.of("annotations", "labels").stream()
        .anyMatch(field -> object.root().at("metadata", field, MARK).is("disabled"));
  }
}
