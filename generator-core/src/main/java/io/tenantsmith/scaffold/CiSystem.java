package io.tenantsmith.scaffold;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A system that runs pipelines. */
public enum CiSystem {
  GITHUB,
  GITLAB,
  JENKINS;

  /** The word for no pipeline at all. */
  public static final String NONE = "none";

  /** The word in options. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The systems of a list such as {@code github,gitlab}; empty if a word is none of them. */
  public static Optional<List<CiSystem>> listed(String words) {
    List<CiSystem> systems = new ArrayList<>();
    if (words.strip().equals(NONE)) {
      return Optional.of(systems);
    }
    for (String word : words.split(",", -1)) {
      Optional<CiSystem> system = of(word.strip());
      if (system.isEmpty()) {
        return Optional.empty();
      }
      systems.add(system.get());
    }
    return Optional.of(systems);
  }

  private static Optional<CiSystem> of(String word) {
    for (CiSystem system : values()) {
      if (system.label().equals(word)) {
        return Optional.of(system);
      }
    }
    return Optional.empty();
  }
}
