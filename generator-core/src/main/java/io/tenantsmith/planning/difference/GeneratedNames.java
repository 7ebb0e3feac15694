package io.tenantsmith.planning.difference;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that end with a digest of the object's own fields, since nobody may change those: with
 * other fields it is another object in the cluster, and the same to who reads a plan.
 */
public final class GeneratedNames {

  /** What our templates name so; a test finds all of them. */
  static final Set<String> STEMS = Set.of("mariadb-nightly", "tenant-export", "wordpress-install");

  private static final int LONGEST = 63;
  private static final Pattern NAME = Pattern.compile("([a-z-]+)-([0-9a-f]{8})");

  private GeneratedNames() {}

  /** The name without its digest; empty if it has none. */
  public static Optional<String> stem(String name) {
    return matched(name).map(matcher -> matcher.group(1));
  }

  /** The digest of a name; empty if it has none. */
  static Optional<String> digest(String name) {
    return matched(name).map(matcher -> matcher.group(2));
  }

  private static Optional<Matcher> matched(String name) {
    Matcher matcher = NAME.matcher(name.length() > LONGEST ? "" : name);
    return matcher.matches() && STEMS.contains(matcher.group(1))
        ? Optional.of(matcher)
        : Optional.empty();
  }
}
