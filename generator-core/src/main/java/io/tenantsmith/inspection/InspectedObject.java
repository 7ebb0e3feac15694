package io.tenantsmith.inspection;

import io.tenantsmith.model.Reads;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.ObjectRef;
import java.util.Map;

/**
 * An object as it will arrive at an API server.
 *
 * @param object with what patches made of it
 * @param file where it stands, below the output folder
 * @param reads what was read to make it
 */
record InspectedObject(KubernetesObject object, RelativePath file, Reads reads) {

  ObjectRef ref() {
    return object.ref();
  }

  Map<String, Object> tree() {
    return object.tree();
  }
}
