package io.tenantsmith.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;

/**
 * What of the JDK answers differently from run to run or from machine to machine: clocks, chance,
 * the environment, defaults. Types are named whole, so that a method nobody thought of is refused.
 */
final class WorldTypes {

  /** A type that nobody may know at all; the types below a package end in a dot. */
  private static final Set<String> WHOLE =
      Set.of(
          "java.util.Date",
          "java.util.Calendar",
          "java.util.GregorianCalendar",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.security.SecureRandom",
          "java.util.random.",
          "java.time.Clock",
          "java.time.InstantSource",
          "java.lang.Runtime",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.management.",
          "java.net.NetworkInterface",
          "java.util.prefs.");

  /** Of these types only what is listed may be used. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "java.lang.System", Set.of("arraycopy", "identityHashCode"),
          "java.net.InetAddress", Set.of("getByName", "getByAddress", "getAddress"),
          "java.util.UUID", Set.of("nameUUIDFromBytes", "fromString", "toString"));

  /** What a default of the machine is called, whatever its type. */
  private static final Set<String> DEFAULTS =
      Set.of("getDefault", "defaultCharset", "systemDefault", "getAvailableLocales");

  private static final Set<String> CHANCE = Set.of("random", "shuffle");

  private WorldTypes() {}

  /** A type that is refused as a whole. */
  static DescribedPredicate<JavaClass> types() {
    return DescribedPredicate.describe(
        "are a clock, chance or the machine itself",
        type ->
            WHOLE.stream()
                .anyMatch(
                    name ->
                        name.endsWith(".")
                            ? type.getName().startsWith(name)
                            : type.getName().equals(name)
                                || type.getName().startsWith(name + "$")));
  }

  /** A call, a method reference or a field that asks the world. */
  static DescribedPredicate<JavaAccess<?>> accesses() {
    return DescribedPredicate.describe(
        "a clock, chance, the environment or a default", access -> asks(access.getTarget()));
  }

  private static boolean asks(AccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    if (ALLOWED.containsKey(owner)) {
      return !ALLOWED.get(owner).contains(name);
    }
    if (!owner.startsWith("java.")) {
      return false;
    }
    return (owner.startsWith("java.time.") && name.equals("now"))
        || DEFAULTS.contains(name)
        || (CHANCE.contains(name)
            && (owner.endsWith("Math") || owner.equals("java.util.Collections")))
        || (owner.equals("java.lang.Thread") && name.equals("sleep"));
  }
}
