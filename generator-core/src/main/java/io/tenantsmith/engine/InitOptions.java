package io.tenantsmith.engine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What {@code init} is told.
 *
 * @param given values by option; what is missing is asked for or has a default
 * @param dryRun whether the files are only listed
 */
public record InitOptions(Map<InitOption, String> given, boolean dryRun) {

  /** Copies the map. */
  public InitOptions {
    Map<InitOption, String> copy = new EnumMap<>(InitOption.class);
    copy.putAll(given);
    given = Collections.unmodifiableMap(copy);
  }
}
