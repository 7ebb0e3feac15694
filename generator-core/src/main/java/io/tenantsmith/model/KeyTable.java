package io.tenantsmith.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All keys, each with its number, by which settings are stored and reads are noted. */
public final class KeyTable {

  private static final List<Key<?>> ALL = all();
  private static final Map<Key<?>, Integer> ORDINALS = ordinals();
  private static final Map<Document, List<Key<?>>> DOCUMENTS =
      Map.copyOf(
          Arrays.stream(Document.values())
              .collect(Collectors.toMap(document -> document, KeyTable::stated)));

  private KeyTable() {}

  /** All keys, in the order of their numbers. */
  public static List<Key<?>> keys() {
    return ALL;
  }

  /** The keys that a part of the inputs may state, in the order of its schema. */
  public static List<Key<?>> of(Document document) {
    return DOCUMENTS.getOrDefault(document, List.of());
  }

  /** How many keys there are. */
  static int size() {
    return ALL.size();
  }

  /** The number of a key. */
  static int ordinal(Key<?> key) {
    Integer ordinal = ORDINALS.get(key);
    if (ordinal == null) {
      throw new IllegalStateException(key + " is missing in the table of keys");
    }
    return ordinal;
  }

  private static List<Key<?>> all() {
    List<Key<?>> all = new ArrayList<>(FleetKeys.ALL);
    all.addAll(ContentKeys.ALL);
    all.addAll(MailKeys.ALL);
    all.addAll(BackupKeys.ALL);
    all.addAll(ImageKeys.ALL);
    all.addAll(ClusterKeys.ALL);
    all.addAll(TierKeys.ALL);
    all.addAll(TenantKeys.ALL);
    all.addAll(DerivedKeys.ALL);
    return List.copyOf(all);
  }

  private static List<Key<?>> stated(Document document) {
    return ALL.stream().filter(key -> key.documents().contains(document)).toList();
  }

  private static Map<Key<?>, Integer> ordinals() {
    Map<Key<?>, Integer> ordinals = new HashMap<>();
    ALL.forEach(key -> ordinals.put(key, ordinals.size()));
    return Map.copyOf(ordinals);
  }
}
