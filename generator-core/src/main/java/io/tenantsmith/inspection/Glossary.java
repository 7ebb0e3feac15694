package io.tenantsmith.inspection;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What keys and texts say, kept over all tenants of a run. Most texts are the same in all tenants;
 * these are looked through once.
 */
final class Glossary {

  /** Kinds that reach all namespaces. */
  private static final Set<String> WIDE =
      Set.of("ClusterSecretStore", "ClusterRole", "ClusterGenerator", "ClusterExternalSecret");

  private static final int SIZE = 4096;
  private static final int LONGEST = 100;

  private final KeyBook keys = new KeyBook();
  private final String prefix;
  private final boolean[] triggers;

  /** One entry may push out another, also one of another thread. */
  private final @Nullable Entry[] entries = new Entry[SIZE];

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

  /** What rules look for in a text: a set of traits. */
  int look(String text) {
    if (text.length() > LONGEST) {
      return TextScan.of(text, prefix, triggers);
    }
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 12)) & (SIZE - 1);
    Entry entry = entries[slot];
    if (entry == null || entry.hash != hash || !entry.text.equals(text)) {
      entry = new Entry(text, hash, found(text));
      entries[slot] = entry;
    }
    return entry.traits;
  }

  private int found(String text) {
    return WIDE.contains(text) ? Trait.WIDE.bit() : TextScan.of(text, prefix, triggers);
  }

  private record Entry(String text, int hash, int traits) {}
}
