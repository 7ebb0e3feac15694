package io.tenantsmith.bind;

import io.tenantsmith.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Makes a value of a node, or says why not. */
@FunctionalInterface
interface Reading<T> {

  /** The value; null if there is none, which has then been said. */
  @Nullable T read(YamlNode node, Mistakes mistakes);
}
