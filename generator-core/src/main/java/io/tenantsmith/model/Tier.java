package io.tenantsmith.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file of tiers/, as written.
 *
 * @param file path relative to the fleet's root
 * @param name the stated name; the file name if that could not be read
 * @param parent the tier it extends
 * @param values what it sets
 * @param next its roll-out
 */
public record Tier(
    String file,
    Sourced<String> name,
    @Nullable Sourced<String> parent,
    Values values,
    @Nullable Wave next) {

  /** The tier it extends. */
  public Optional<Sourced<String>> extendsTier() {
    return Optional.ofNullable(parent);
  }

  /** Its roll-out, if there is one. */
  public Optional<Wave> wave() {
    return Optional.ofNullable(next);
  }

  /** The name according to the file name. */
  public String fileStem() {
    return FileNames.stem(file);
  }
}
