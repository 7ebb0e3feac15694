package io.tenantsmith.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the next step of a roll-out: texts as they were written, null where nobody said
 * anything.
 *
 * @param tier the tier that states it; may be left out where one tier alone has a roll-out
 * @param to how far it goes; the next step where it is not given
 */
public record PromoteOptions(@Nullable String tier, @Nullable String to, EditOptions edit) {

  /** The option of the tier. */
  public static final String TIER = "tier";

  /** The option of the reach. */
  public static final String TO = "to";

  /** The tier, if it is given. */
  public Optional<String> givenTier() {
    return Optional.ofNullable(tier);
  }

  /** How far it goes, if it is given. */
  public Optional<String> givenTo() {
    return Optional.ofNullable(to);
  }
}
