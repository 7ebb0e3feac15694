package io.tenantsmith.model;

import java.util.List;

/**
 * One effective value, who set it, and what it overrode.
 *
 * @param overridden lower layers' values, highest first
 */
public record Setting<T>(T value, Origin origin, List<Overridden> overridden) {

  /** Copies the list. */
  public Setting {
    overridden = List.copyOf(overridden);
  }

  /** A value that lost, as text, and who had set it. */
  public record Overridden(String value, Origin origin) {}

  /** A value that nothing overrode. */
  public static <T> Setting<T> of(T value, Origin origin) {
    return new Setting<>(value, origin, List.of());
  }
}
