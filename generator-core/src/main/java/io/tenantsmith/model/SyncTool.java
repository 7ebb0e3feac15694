package io.tenantsmith.model;

import java.util.Optional;

/** The tool that syncs a cluster from Git. */
public enum SyncTool implements Labelled {
  FLUX,
  ARGOCD,
  BOTH;

  /** Whether one of the two tools is meant. */
  public boolean includes(SyncTool tool) {
    return this == BOTH || this == tool;
  }

  /** The tool of that word. */
  public static Optional<SyncTool> of(String label) {
    for (SyncTool tool : values()) {
      if (tool.label().equals(label)) {
        return Optional.of(tool);
      }
    }
    return Optional.empty();
  }
}
