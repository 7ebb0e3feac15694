package io.tenantsmith.patch;

import io.tenantsmith.render.KubernetesObject;
import java.util.List;

/** Knows the fields of built-in kinds. */
@FunctionalInterface
public interface FieldCheck {

  /** What is wrong with the fields of an object; nothing for a kind that it does not know. */
  List<String> problems(KubernetesObject object);
}
