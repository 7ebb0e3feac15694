package io.tenantsmith.engine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** Nothing given. */
  public static InitOptions of(boolean dryRun) {
    return new InitOptions(Map.of(), dryRun);
  }

  /** These and one more, unless it is not given. */
  public InitOptions with(InitOption option, @Nullable String value) {
    if (value == null) {
      return this;
    }
    Map<InitOption, String> more = new EnumMap<>(InitOption.class);
    more.putAll(given);
    more.put(option, value);
    return new InitOptions(more, dryRun);
  }
}
