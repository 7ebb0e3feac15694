package io.tenantsmith.explain;

import io.tenantsmith.model.Document;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.KeyTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names under which people ask for keys: the path of the field in its file. A field of a
 * cluster has the path below {@code clusters[]}, so that it is not taken for the fleet's or the
 * tenant's of that name.
 */
final class KeyNames {

  private KeyNames() {}

  /** The keys that people know: whatever a file states, and what follows from it. */
  static List<Key<?>> visible() {
    List<Key<?>> visible = new ArrayList<>();
    for (Key<?> key : KeyTable.keys()) {
      if (isVisible(key)) {
        visible.add(key);
      }
    }
    visible.sort(Comparator.comparing(KeyNames::section));
    return visible;
  }

  /** Whether people know a key. */
  static boolean isVisible(Key<?> key) {
    return !key.documents().isEmpty() || key.isDerived();
  }

  /** Its name. */
  static String of(Key<?> key) {
    List<Document> documents = key.documents();
    return documents.equals(List.of(Document.CLUSTER)) ? Document.CLUSTER.path(key) : key.path();
  }

  /** The keys of a name; several where tenants and tiers have a field of that name. */
  static List<Key<?>> named(String name) {
    return visible().stream()
        .filter(key -> of(key).equals(name) || key.path().equals(name))
        .toList();
  }

  /** All names, sorted. */
  static List<String> all() {
    Map<String, Key<?>> names = new TreeMap<>();
    visible().forEach(key -> names.put(of(key), key));
    return List.copyOf(names.keySet());
  }

  /** The kinds of files that may state it, for instance {@code tenant}. */
  static List<String> documents(Key<?> key) {
    return key.documents().stream().map(Document::schema).distinct().toList();
  }

  /** The tenant's own come first, then those of ever more tenants. */
  private static int section(Key<?> key) {
    List<Document> documents = key.documents();
    if (documents.isEmpty()) {
      return Document.values().length;
    }
    return documents.stream().mapToInt(Enum::ordinal).min().orElseThrow();
  }
}
