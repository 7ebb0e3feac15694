package io.tenantsmith.inspection;

import io.tenantsmith.model.Origin;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.ObjectRef;
import java.util.List;
import java.util.Map;

/**
 * An object as it will arrive at an API server.
 *
 * @param object with what patches made of it
 * @param file where it stands, below the output folder
 * @param causes the input places that made it what it is, most specific first
 */
record InspectedObject(KubernetesObject object, RelativePath file, List<Origin> causes) {

  InspectedObject {
    causes = List.copyOf(causes);
  }

  ObjectRef ref() {
    return object.ref();
  }

  Map<String, Object> tree() {
    return object.tree();
  }
}
