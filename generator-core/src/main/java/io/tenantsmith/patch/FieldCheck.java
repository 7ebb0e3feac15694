package io.tenantsmith.patch;

import io.tenantsmith.render.KubernetesObject;
import java.util.List;

/** Knows the fields of built-in kinds. */
@FunctionalInterface
public interface FieldCheck {

  /** The problems of an object's fields; none for an unknown kind. */
  List<String> problems(KubernetesObject object);
}
