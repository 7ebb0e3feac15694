package io.tenantsmith.bind;

import io.tenantsmith.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Makes a value from a node, or reports why it cannot. */
@FunctionalInterface
interface Reading<T> {

  /** The value; null if there is none, which has then been reported. */
  @Nullable T read(YamlNode node, DocumentDiagnostics diagnostics);
}
