package io.tenantsmith.model;

import java.util.Optional;

/** How early a tenant gets a change of its tier. */
public enum Ring implements Labelled {
  CANARY,
  EARLY,
  BROAD;

  /** The ring of that word. */
  public static Optional<Ring> of(String label) {
    for (Ring ring : values()) {
      if (ring.label().equals(label)) {
        return Optional.of(ring);
      }
    }
    return Optional.empty();
  }
}
