package io.tenantsmith.inspection;

import java.util.Set;

/**
 * What keys and texts say, kept over all tenants of a run. Most texts are the same in all tenants
 * and hold nothing that a rule looks for; these are looked through once.
 */
final class Glossary {

  private static final int SIZE = 4096;
  private static final int LONGEST = 100;

  private final KeyBook keys = new KeyBook();
  private final String prefix;
  private final boolean[] triggers;

  /** Texts in which nothing is found. One may push out another, also of another thread. */
  private final String[] harmless = new String[SIZE];

  /**
   * A new one.
   *
   * @param prefix that of the namespaces of tenants
   */
  Glossary(String prefix) {
    this.prefix = prefix;
    this.triggers = TextScan.triggers(prefix);
  }

  KeyBook keys() {
    return keys;
  }

  /** What rules look for in a text. */
  Set<Trait> look(String text) {
    if (text.length() > LONGEST) {
      return TextScan.of(text, prefix, triggers);
    }
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 12)) & (SIZE - 1);
    if (text.equals(harmless[slot])) {
      return Set.of();
    }
    Set<Trait> found = TextScan.of(text, prefix, triggers);
    if (found.isEmpty()) {
      harmless[slot] = text;
    }
    return found;
  }
}
