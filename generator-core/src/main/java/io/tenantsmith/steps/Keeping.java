package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Item;
import io.tenantsmith.engine.StepPlan.Topic;
import io.tenantsmith.model.TenantKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What several steps say of data that stays though nothing runs on it. */
record Keeping(Passage passage) {

  /** Claims with their sizes, and until when they are promised. */
  void describe(StepDraft draft) {
    List<String> claims = new ArrayList<>();
    for (Item claim : Claims.of(passage.fresh(), passage.before())) {
      String size = Objects.requireNonNullElse(claim.size(), "");
      claims.add(claim.displayIn(passage.namespace()) + " " + size);
    }
    passage
        .tenant()
        .flatMap(tenant -> tenant.settings().value(TenantKeys.UNTIL))
        .ifPresentOrElse(
            until -> draft.sayOf(Topic.KEPT, "kept until " + until + ", or longer", claims),
            () -> draft.sayOf(Topic.KEPT, "kept", claims));
  }

  /** When the data was promised to stay until, as it is published. */
  String promised() {
    return passage
        .old()
        .find("Namespace", passage.namespace())
        .flatMap(object -> TenantObjects.annotation(object, "tenantsmith.io/retained-until"))
        .orElse("");
  }
}
