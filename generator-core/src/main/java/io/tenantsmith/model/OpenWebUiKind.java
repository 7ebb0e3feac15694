package io.tenantsmith.model;

import java.util.Optional;

/** Which Open WebUI a tenant's people use. */
public enum OpenWebUiKind implements Labelled {
  SHARED,
  DEDICATED;

  /** The kind of that word. */
  public static Optional<OpenWebUiKind> of(String label) {
    for (OpenWebUiKind kind : values()) {
      if (kind.label().equals(label)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
